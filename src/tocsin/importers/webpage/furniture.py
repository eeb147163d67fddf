"""Words by which the furniture of sites gives itself away, in the languages newsrooms read most.

The lists hold phrases that sites put around articles in general; none is made for one site.
"""

from __future__ import annotations

import re

# A short line that begins what comes after an article: from here on nothing is the article.
_AFTER = (
    r"more to explorer?|more (from|on|in|about|like this|stories|news|articles|posts)\b.*|"
    r"(you (may|might|could)|people) also (like|enjoy|read|be interested).*|related\b.*|recommended( for you| stories| reading| articles)?|"
    r"read (more|next|also|this next)\b.*|see also|also read|also on.*|don.?t miss.*|up next|trending( now)?|most (read|popular|viewed|shared)\b.*|"
    r"popular( posts| stories| now)?|latest( news| posts| stories| articles)?|recent( posts| comments| articles| stories)|"
    r"(previous|next)( post| article| story)?|share (this|on|via)\b.*|share|tags?|topics|categories|filed under.*|tagged( with)?.*|"
    r"(leave|post|write|add|submit) (a|your) (comment|reply|response).*|leave a reply.*|comments?( \(?\d+\)?)?|\d+ (comments?|replies|responses|thoughts on)\b.*|"
    r"join the (conversation|discussion).*|view (all )?comments|your email address will not be published.*|"
    r"about the authors?|(subscribe|sign up)\b.*|newsletter.*|get (our|the) .*newsletter.*|support (us|our)\b.*|donate.*|follow us.*|advertisement|sponsored.*|"
    r"más (noticias|sobre|en|información|leídas?|leídos?|vistos)\b.*|(artículos|noticias|entradas|temas|contenidos?) relacionad[oa]s.*|relacionad[oa]s?|lea también.*|"
    r"te puede interesar.*|también (te )?puede.*|compart(ir|e)\b.*|etiquetas?|(deja|deje|escribe|publica|añade) (un|tu|una) (comentario|respuesta).*|deja una respuesta.*|comentarios?( \(?\d+\)?)?|"
    r"tu dirección de correo electrónico no será publicada.*|suscríbe.*|síguenos.*|publicidad|"
    r"mehr (zum thema|von|aus|artikel|lesen|dazu|news)?\b.{0,40}|(ähnliche|verwandte|weitere|passende) (artikel|beiträge|themen|meldungen|nachrichten|links|inhalte).*|das könnte (sie|dich) auch interessieren.*|"
    r"lesen sie auch.*|auch interessant.*|weiterlesen.*|zum thema|teilen|schlagw[oö]rt(er)?.*|schlagworte.*|kommentare?( \(?\d+\)?)?|\d+ kommentare?.*|(schreibe?n?( sie)?|verfasse|hinterlasse) (einen|eine|deinen|ihren) (kommentar|antwort|beitrag).*|kommentar (schreiben|verfassen|hinterlassen|abgeben).*|"
    r"deine e-mail-adresse wird nicht veröffentlicht.*|newsletter abonnieren.*|folgen sie uns.*|anzeige|werbung|über den autor|über die autorin|zur startseite|zurück( zur.*)?|nach oben|druckversion|drucken|artikel (drucken|empfehlen|versenden|teilen|bewerten).*|"
    r"(articles?|sujets?|contenus?) (liés?|similaires?|connexes?|associés?).*|à lire (aussi|également).*|lire (aussi|la suite|plus).*|sur le même (sujet|thème).*|partager.*|mots[- ]clés?.*|(laisser|ajouter|poster|écrire) un commentaire.*|laisser une réponse.*|commentaires?( \(?\d+\)?)?|votre adresse e-mail ne sera pas publiée.*|abonnez-vous.*|suivez-nous.*|publicité|"
    r"leggi anche.*|(articoli|notizie) correlat[ie].*|condividi.*|lascia un commento.*|commenti( \(?\d+\)?)?|potrebbe(ro)? interessarti.*|"
    r"leia (também|mais).*|(artigos|notícias|posts) relacionad[oa]s.*|compartilh(e|ar).*|deixe (um comentário|uma resposta).*|comentários?( \(?\d+\)?)?|"
    r"czytaj (też|także|więcej|również).*|zobacz (też|także|również|więcej).*|(podobne|powiązane|polecane) (artykuły|wpisy|posty|tematy).*|udostępnij.*|tagi|komentarze( \(?\d+\)?)?|dodaj komentarz.*|twój adres e-?mail nie zostanie opublikowany.*|reklama|"
    r"читайте (також|ще|больше|также|ещё|еще|далее|далі)\b.*|(схожі|пов.язані|інші) (статті|новини|матеріали|записи).*|поділитис[ья].*|теги|мітки|(залишити|додати|написати) (коментар|відповідь).*|коментар(і|ів)?( \(?\d+\)?)?|(ваша|твоя) (e-?mail|електронна) адреса не (оприлюднюватиметься|буде опублікована).*|підпи(шіться|суйтесь|сатися).*|більше (новин|за темою)\b.*|останні новини|популярн[еі]( .*)?|реклама|матеріали за темою|по темі|"
    r"(похожие|связанные|другие) (статьи|новости|материалы|записи).*|поделиться.*|метки|(оставить|добавить|написать) комментари[йи].*|комментари(и|й|ев)( \(?\d+\)?)?|ваш (адрес )?e-?mail (адрес )?не будет опубликован.*|подпи(шитесь|саться|сывайтесь).*|материалы по теме|по теме|последние новости|популярное|смотрите также.*|"
    r"اقرأ (أيضا|أيضًا|ايضا|المزيد).*|(مقالات|أخبار|مواضيع|اخبار) (ذات صلة|مشابهة|مرتبطة).*|ذات صلة|شارك.*|مشاركة|(اترك|أضف|اكتب) (تعليقا|تعليقاً|تعليق|رد).*|التعليقات.*|لن يتم نشر عنوان بريدك.*|الأكثر (قراءة|مشاهدة).*|المزيد( من.*)?|"
    r"(مطالب|اخبار|خبرهای) (مرتبط|بیشتر).*|(دیدگاه|نظر) (خود|شما).*|بیشتر بخوانید.*|lees ook.*|gerelateerde?.*|reacties.*|plaats een reactie.*|læs også.*|läs (också|även|mer).*|"
    r"(ilgili|benzer) (haberler|yazılar|içerikler).*|yorum(lar)?( yap| yaz)?.*|paylaş.*|関連記事.*|相关(文章|阅读|新闻).*|相關(文章|新聞).*|分享.*|评论.*|コメント.*"
)
AFTER = re.compile(rf"^\W*(?:{_AFTER})\W*$", re.IGNORECASE)
LONGEST_AFTER = 90

# Lines that belong to a form, a search box, a cookie notice, a player or a share bar wherever they stand.
_CONTROLS = (
    r"(generic|exact|post type) (selectors?|matches only)|exact matches( only)?|search (in|for|the|this)\b.{0,30}|search( results)?( for)?|"
    r"skip to (main )?(content|navigation).*|toggle (navigation|menu)|(main |primary )?(menu|navigation)|home|log ?in|sign (in|up|out)|register|subscribe( now)?|"
    r"(accept|reject|allow|manage) (all )?(cookies|preferences|settings)?|cookie (policy|settings|preferences|notice)|(we|this (web)?site) uses? cookies.*|privacy policy.*|terms (of|and) .{0,30}|all rights reserved.*|(©|copyright|\(c\)).*|"
    r"(facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|print|pinterest|reddit|tumblr|instagram|viber|pocket|copy link|link copied|copied)|(share|tweet|post|send|pin|print|e-?mail|save)( (this|it|on|via|to).{0,40})?|click to .{0,60}(new window\)?)?|"
    r"required fields are marked.*|your email address.*|(name|e-?mail|website|comment|message|phone|subject)\s*\*?|save my name.*|notify me of.*|post comment|submit|cancel( reply)?|reply|send|loading\.*|close|back to top|"
    r"\d+ ?min(ute)?s?( read)?|reading time.*|read time.*|listen( to this article)?|advert(isement|ising)?|view (gallery|image|larger).*|enlarge.*|play( video)?|photo gallery|"
    r"пошук.*|меню|головна|увійти|вхід|реєстрація|поиск.*|главная|войти|бошук|buscar.*|menú|inicio|iniciar sesión|buscar|suche.*|startseite|anmelden|zum inhalt( springen)?|rechercher.*|accueil|connexion|بحث.*|القائمة|الرئيسية|تسجيل الدخول"
)
CONTROLS = re.compile(rf"^\W*(?:{_CONTROLS})\W*$", re.IGNORECASE)

# Class names and ids, as people write them in templates, of what is around an article and of what is the article.
AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navigation|navbar|menu|submenu|breadcrumbs?|crumbs?|side-?bar|footer|foot|header-?(?:top|bar|nav)?|masthead|topbar|"
    r"share|sharing|social|socials|sharedaddy|addthis|sociable|related|recommend(?:ed|ations?)?|more-?(?:from|on|stories|news|posts|articles|links)|also-?read|read-?(?:more|next|also)|"
    r"teasers?|promo|promotions?|trending|popular|most-?(?:read|popular|viewed)|latest|recent(?:-posts)?|widgets?|comments?|commentlist|comment-?(?:form|list|area|s)|respond|replies|disqus|livefyre|discussion|"
    r"newsletter|subscribe|subscription|signup|sign-up|login|register|paywall|cookies?|consent|gdpr|banner|ads?|advert(?:isement|ising)?|sponsor(?:ed)?|outbrain|taboola|"
    r"tags?|taglist|tag-?list|categories|cats|cat-links|topics|pagination|pager|paging|prev-?next|post-?nav|postnav|author-?(?:box|bio|info|card)|about-?author|bio|copyright|disclaimer|legal|"
    r"search|searchform|toolbar|tools|print|popup|modal|overlay|tooltip|dropdown|rating|ratings|votes?|poll|donate|donation|support-us|rss|skip|carousel|slider|gallery-nav|metadata|meta|post-?meta|entry-?meta|byline|dateline|timestamp|infobox|toc|table-of-contents)(?:$|[\s_-])",
    re.IGNORECASE,
)
CONTENT = re.compile(
    r"(?:^|[\s_-])(?:article-?(?:body|content|text|copy|main)|articlebody|articletext|entry-?(?:content|body|text)|post-?(?:content|body|text|entry)|story-?(?:body|content|text)|"
    r"body-?(?:text|content|copy)|main-?(?:content|text|article)|page-?content|content-?(?:body|main|text|article)|text-?(?:body|content)|rich-?text|field-?(?:body|name-body)|prose|hentry|h-entry|e-content|single-?(?:content|post)|blog-?(?:content|post)|news-?(?:text|body|content|detail))(?:$|[\s_-])",
    re.IGNORECASE,
)


# How a line begins that sends readers elsewhere in the middle of an article.
ELSEWHERE = re.compile(
    r"^\W*(?:(?:read|see|watch|listen)(?: also| more| next| here| now)?\s*:|also read|related\s*:|more\s*:|(?:lesen|hören|sehen) sie (?:auch|hier|dazu|mehr)|mehr (?:dazu|zum thema)|"
    r"(?:weiter)?lesen\s*:|lesetipp|siehe auch|schon gelesen|auch interessant|(?:à|a) lire|lire aussi|voir aussi|(?:lea|lee|leer|vea|mira|mire)\b.{0,12}(?:también|además|aquí|más)|(?:te|le) (?:puede|podría) interesar|"
    r"leia (?:também|mais)|veja (?:também|mais)|leggi anche|czytaj|zobacz (?:też|także)|przeczytaj|читайте|читати також|дивіться|смотрите|اقرأ|شاهد|lees ook|läs (?:också|mer)|les (?:også|mer))",
    re.IGNORECASE,
)
# What sites say of themselves and their offers between the lines of an article.
OFFERS = re.compile(
    r"\b(newsletter|subscrib|sign up|our inbox|your inbox|affiliate|advertis|sponsor|follow us|patreon|paypal|donat|support (?:us|our)|cookies?|app store|"
    r"abonn|werbung|anzeige|affiliate|kostenlos testen|jetzt (?:bestellen|testen|lesen|anmelden)|unterstütz|spende|folg(?:en|t) (?:sie )?uns|suscr[ií]b|síg(?:ue|a)nos|nuestro canal|newsletter|publicidad|publicité|inscri|suivez|"
    r"assine|inscreva|siga|prenumer|subskry|obserwuj|підпи[сш]|підтримай|подпи[сш]|поддержи|اشترك|تابعونا)",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"(\b(?:foto|photo|bild|image|picture|imagen|crédito?|credit|quelle|fuente|abbildung|фото|джерело|источник|صورة)s?\s*[:/©]|©|getty images|\breuters\b|\bAFP\b|imago|shutterstock|unsplash|istock|dpa\b|pixabay)",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|intro|introduction|standfirst|excerpt|summary|dek|deck|subtitle|sub-?title|sub-?head(?:line)?|abstract|kicker|vorspann|anriss|chapo|entradilla|bajada|ingress|sinossi|leadin)(?:$|[\s_-]|text|in)",
    re.IGNORECASE,
)


def begins_after(line: str) -> bool:
    """Tell whether *line* is the heading of what sites put below an article."""
    return len(line) <= LONGEST_AFTER and AFTER.match(line.strip()) is not None


def is_control(line: str) -> bool:
    """Tell whether *line* labels a form, a button or a notice of the site."""
    return len(line) <= 2 * LONGEST_AFTER and CONTROLS.match(line.strip()) is not None
