"""Lines that sites put around articles: labels, forms, lists of other articles. Plain text, several languages."""

from __future__ import annotations

from tocsin.claims.extraction.claims.words.lists import words

AFTER = words(
    "more to explore|more to explorer|related posts|related articles|related stories|related news|related content"
    "|related|you may also like|you might also like|you may also be interested in|recommended|recommended for you"
    "|read next|up next|see also|also read|most read|most popular|popular posts|popular|trending|trending now"
    "|latest news|latest posts|latest articles|recent posts|recent articles|recent comments|more stories|more news"
    "|more from this author|more like this|more articles|further reading|next article|previous article|next post"
    "|previous post|post navigation|share this|share this article|share|tags|categories|newsletter|about the author"
    "|lea también|artículos relacionados|noticias relacionadas|más noticias|te puede interesar"
    "|entradas relacionadas|relacionado|читайте також|читайте также|схожі статті|схожі новини|похожие статьи"
    "|материалы по теме|матеріали за темою|по теме|останні новини|последние новости|популярне|популярное"
    "|weitere artikel|ähnliche artikel|das könnte sie auch interessieren|mehr zum thema|articles similaires"
    "|à lire aussi|sur le même sujet",
    by="|",
)
"""After such a line come other articles, until a long paragraph shows that this one goes on."""

END = words(
    "leave a comment|leave a reply|leave a response|leave your comment|post a comment|add a comment|write a comment"
    "|submit a comment|comments|no comments|join the conversation|join the discussion|view comments"
    "|your email address will not be published|cancel reply|deja un comentario|deja una respuesta|comentarios"
    "|залишити коментар|додати коментар|коментарі|оставить комментарий|добавить комментарий|комментарии|kommentare"
    "|schreibe einen kommentar|laisser un commentaire|commentaires",
    by="|",
)
"""After such a line the article is over."""

NOTES = words(
    "references|notes|footnotes|endnotes|sources|bibliography|works cited|external links|links|referencias|notas"
    "|fuentes|примітки|джерела|посилання|примечания|источники|ссылки|literatur|quellen|einzelnachweise|références",
    by="|",
)
"""After such a line come notes and addresses."""

LABEL = words(
    "generic selectors|exact matches only|search|search in title|search in content|post type selectors|menu|home"
    "|skip to content|skip to main content|log in|login|sign in|sign up|subscribe|subscribe now|register|submit"
    "|send|cancel|close|back to top|advertisement|sponsored|cookie policy|cookie settings|privacy policy"
    "|terms of use|terms and conditions|terms of service|all rights reserved|follow us|contact us|about us|donate"
    "|required fields are marked|name|email|website|comment|message|save my name|notify me of new posts"
    "|post comment|facebook|twitter|whatsapp|telegram|print|copy link|listen to this article|loading|buscar|inicio"
    "|menú|suscríbete|пошук|меню|головна|підписатися|поиск|главная|подписаться|реклама|suche|startseite|anmelden"
    "|accueil|rechercher",
    by="|",
)

LABEL_STARTS = (
    "your email address",
    "required fields",
    "save my name",
    "notify me of",
    "we use cookies",
    "this site uses cookies",
    "this website uses cookies",
    "this site uses akismet",
    "by continuing to",
    "by clicking",
    "click here",
    "click to share",
    "sign up for",
    "subscribe to",
    "follow us on",
    "share this",
    "read more",
    "read also",
    "continue reading",
    "see also",
    "also read",
    "copyright",
    "©",
    "all rights reserved",
    "filed under",
    "posted in",
    "posted by",
    "posted on",
    "tagged",
    "tags:",
    "photo:",
    "photo by",
    "image:",
    "credit:",
    "skip to",
    "download our app",
    "join our",
    "get our",
    "enter your",
    "learn how your comment",
    "tu dirección de correo",
    "los campos obligatorios",
    "lea también",
    "читайте також",
    "читайте также",
    "ваша e-mail адреса",
    "ваш адрес email",
    "обязательные поля",
    "обов’язкові поля",
    "підписуйтесь",
    "подписывайтесь",
)

LABEL_PARTS = (
    "all rights reserved",
    "uses cookies",
    "use cookies",
    "privacy policy",
    "terms of service",
    "todos los derechos reservados",
    "alle rechte vorbehalten",
    "tous droits réservés",
    "все права защищены",
    "усі права захищено",
    "всі права захищено",
)
"""What a short line holds only if it is a label or a notice."""

TEASER_ENDS = ("read more", "read more »", "read more…", "read more...", "continue reading", "[…]", "[...]", "»", "→")

MONTHS = tuple(
    sorted(
        words(
            "jan feb mar apr may jun jul aug sep oct nov dec ene abr ago dic янв фев мар апр мая июн июл авг сен окт"
            " ноя дек січ лют бер кві тра чер лип сер вер жов лис гру"
        )
    )
)
