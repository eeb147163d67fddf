"""Which addresses are the public Internet.

Python's ``is_global`` says yes to addresses that lead inside (NAT64 and 6to4 forms of loopback, multicast, a
cloud's metadata server), so the rule is our own: IPv6 only from the space that is handed out, IPv4 outside every
block kept for other uses.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_IPV4_KEPT = [
    IPv4Network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "168.63.129.16/32",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
]
_IPV6_HANDED_OUT = IPv6Network("2000::/3")
_IPV6_KEPT = [IPv6Network(block) for block in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")]


def is_public(address: str | IPv4Address | IPv6Address) -> bool:
    """Tell whether *address* is a host on the public Internet; what is not an address is not."""
    try:
        ip = ip_address(address) if isinstance(address, str) else address
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        if ip.scope_id:
            return False
        if ip.ipv4_mapped is None:
            return ip in _IPV6_HANDED_OUT and not any(ip in block for block in _IPV6_KEPT)
        ip = ip.ipv4_mapped
    return ip.is_global and not any(ip in block for block in _IPV4_KEPT)
