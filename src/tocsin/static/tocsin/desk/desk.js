/* The words an editor types run in the direction of their own script, whatever the language of the screens. */
(() => {
  const FIELDS = 'textarea, input[type="text"], .public-DraftEditor-content';
  const turn = (root) => {
    if (root.matches?.(FIELDS)) root.dir ||= "auto";
    for (const field of root.querySelectorAll?.(FIELDS) || []) field.dir ||= "auto";
  };
  turn(document.body);
  new MutationObserver((mutations) => {
    for (const { addedNodes } of mutations) for (const node of addedNodes) if (node.nodeType === 1) turn(node);
  }).observe(document.body, { childList: true, subtree: true });
})();
