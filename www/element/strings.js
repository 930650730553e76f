// The panel's own words in nineteen languages. Takes a language tag and the host's own wording; gives the words by key.
// Numbers, units and dates are no words: view.js leaves them to Intl.

const KEYS = (
  "label read grade show figures people keywords copy copied listen stop shorter longer more less promise ready empty " +
  "tooShort links noText blocked error retry"
).split(" ");

// One line a language, the words in the order of the keys. "{}" stands for what is filled in.
/** @type {Record<string, string>} */
const LINES = {
  en: "In brief|{} read|grade {}|Show in text|Key figures|Who’s who|Keywords|Copy|Copied|Listen|Stop|Shorter|Longer|Show more|Show less|Every sentence is quoted from this page. Nothing leaves your browser.|Summary ready|There is nothing to sum up here|the text is too short.|the page holds mostly links.|no readable text was found.|This page’s security policy doesn’t allow the summary. It would take: {}|The summary couldn’t be made.|Try again",
  de: "Kurz gefasst|{} Lesezeit|Klassenstufe {}|Im Text zeigen|Wichtige Zahlen|Wer ist wer|Stichwörter|Kopieren|Kopiert|Vorlesen|Anhalten|Kürzer|Länger|Mehr zeigen|Weniger zeigen|Jeder Satz ist wörtlich aus dieser Seite. Nichts verlässt Ihren Browser.|Zusammenfassung bereit|Hier gibt es nichts zusammenzufassen|der Text ist zu kurz.|die Seite besteht fast nur aus Links.|kein lesbarer Text gefunden.|Die Sicherheitsrichtlinie dieser Seite erlaubt die Zusammenfassung nicht. Nötig wäre: {}|Die Zusammenfassung ist nicht gelungen.|Noch einmal versuchen",
  fr: "En bref|{} de lecture|niveau {}|Voir dans le texte|Chiffres clés|Qui est qui|Mots-clés|Copier|Copié|Écouter|Arrêter|Plus court|Plus long|Afficher plus|Afficher moins|Chaque phrase est citée de cette page. Rien ne quitte votre navigateur.|Résumé prêt|Il n’y a rien à résumer ici|le texte est trop court.|la page contient surtout des liens.|aucun texte lisible n’a été trouvé.|La politique de sécurité de cette page n’autorise pas le résumé. Il faudrait : {}|Le résumé n’a pas pu être établi.|Réessayer",
  es: "En breve|{} de lectura|nivel {}|Ver en el texto|Cifras clave|Quién es quién|Palabras clave|Copiar|Copiado|Escuchar|Detener|Más corto|Más largo|Mostrar más|Mostrar menos|Cada frase es una cita de esta página. Nada sale de su navegador.|Resumen listo|Aquí no hay nada que resumir|el texto es demasiado corto.|la página tiene sobre todo enlaces.|no se encontró texto legible.|La política de seguridad de esta página no permite el resumen. Haría falta: {}|No se pudo hacer el resumen.|Reintentar",
  pt: "Em resumo|{} de leitura|nível {}|Ver no texto|Números-chave|Quem é quem|Palavras-chave|Copiar|Copiado|Ouvir|Parar|Mais curto|Mais longo|Mostrar mais|Mostrar menos|Cada frase é uma citação desta página. Nada sai do seu navegador.|Resumo pronto|Não há nada a resumir aqui|o texto é curto demais.|a página tem sobretudo links.|não foi encontrado texto legível.|A política de segurança desta página não permite o resumo. Seria preciso: {}|Não foi possível fazer o resumo.|Tentar de novo",
  it: "In breve|{} di lettura|livello {}|Mostra nel testo|Cifre chiave|Chi è chi|Parole chiave|Copia|Copiato|Ascolta|Ferma|Più breve|Più lungo|Mostra altro|Mostra meno|Ogni frase è citata da questa pagina. Nulla esce dal browser.|Riassunto pronto|Qui non c’è nulla da riassumere|il testo è troppo breve.|la pagina contiene soprattutto link.|nessun testo leggibile trovato.|La politica di sicurezza di questa pagina non consente il riassunto. Servirebbe: {}|Non è stato possibile fare il riassunto.|Riprova",
  nl: "In het kort|{} leestijd|niveau {}|Toon in tekst|Kerncijfers|Wie is wie|Trefwoorden|Kopiëren|Gekopieerd|Luisteren|Stoppen|Korter|Langer|Meer tonen|Minder tonen|Elke zin is letterlijk van deze pagina. Niets verlaat uw browser.|Samenvatting klaar|Hier valt niets samen te vatten|de tekst is te kort.|de pagina bevat vooral links.|geen leesbare tekst gevonden.|Het beveiligingsbeleid van deze pagina staat de samenvatting niet toe. Nodig is: {}|De samenvatting is niet gelukt.|Opnieuw proberen",
  sv: "I korthet|{} lästid|årskurs {}|Visa i texten|Nyckeltal|Vem är vem|Nyckelord|Kopiera|Kopierat|Lyssna|Stoppa|Kortare|Längre|Visa mer|Visa mindre|Varje mening är ordagrant från den här sidan. Inget lämnar din webbläsare.|Sammanfattningen är klar|Här finns inget att sammanfatta|texten är för kort.|sidan består mest av länkar.|ingen läsbar text hittades.|Sidans säkerhetspolicy tillåter inte sammanfattningen. Det skulle krävas: {}|Sammanfattningen kunde inte göras.|Försök igen",
  pl: "W skrócie|{} czytania|poziom {}|Pokaż w tekście|Najważniejsze liczby|Kto jest kim|Słowa kluczowe|Kopiuj|Skopiowano|Posłuchaj|Zatrzymaj|Krócej|Dłużej|Pokaż więcej|Pokaż mniej|Każde zdanie jest cytatem z tej strony. Nic nie opuszcza przeglądarki.|Streszczenie gotowe|Nie ma tu czego streszczać|tekst jest za krótki.|strona zawiera głównie linki.|nie znaleziono czytelnego tekstu.|Zasady bezpieczeństwa tej strony nie pozwalają na streszczenie. Potrzebne byłoby: {}|Nie udało się zrobić streszczenia.|Spróbuj ponownie",
  tr: "Kısaca|{} okuma|düzey {}|Metinde göster|Öne çıkan sayılar|Kim kimdir|Anahtar sözcükler|Kopyala|Kopyalandı|Dinle|Durdur|Daha kısa|Daha uzun|Daha fazla|Daha az|Her cümle bu sayfadan alıntıdır. Tarayıcınızdan hiçbir şey çıkmaz.|Özet hazır|Burada özetlenecek bir şey yok|metin çok kısa.|sayfa çoğunlukla bağlantılardan oluşuyor.|okunabilir metin bulunamadı.|Bu sayfanın güvenlik ilkesi özete izin vermiyor. Gereken: {}|Özet yapılamadı.|Yeniden dene",
  ru: "Коротко|{} чтения|уровень {}|Показать в тексте|Главные цифры|Кто есть кто|Ключевые слова|Копировать|Скопировано|Слушать|Стоп|Короче|Длиннее|Показать ещё|Показать меньше|Каждое предложение — цитата с этой страницы. Ничто не покидает ваш браузер.|Краткое содержание готово|Здесь нечего обобщать|текст слишком короткий.|на странице в основном ссылки.|читаемый текст не найден.|Политика безопасности этой страницы не разрешает краткое содержание. Нужно: {}|Не удалось составить краткое содержание.|Повторить",
  uk: "Коротко|{} читання|рівень {}|Показати в тексті|Головні цифри|Хто є хто|Ключові слова|Копіювати|Скопійовано|Слухати|Стоп|Коротше|Довше|Показати ще|Показати менше|Кожне речення — цитата з цієї сторінки. Ніщо не залишає ваш браузер.|Стислий виклад готовий|Тут нема чого узагальнювати|текст надто короткий.|на сторінці переважно посилання.|читабельного тексту не знайдено.|Політика безпеки цієї сторінки не дозволяє стислий виклад. Потрібно: {}|Не вдалося скласти стислий виклад.|Спробувати ще раз",
  ar: "باختصار|قراءة {}|المستوى {}|عرض في النص|أبرز الأرقام|من هو من|كلمات مفتاحية|نسخ|تم النسخ|استماع|إيقاف|أقصر|أطول|عرض المزيد|عرض أقل|كل جملة مقتبسة من هذه الصفحة. لا شيء يغادر متصفحك.|الملخص جاهز|لا يوجد هنا ما يُلخَّص|النص قصير جدًا.|الصفحة تحوي روابط في معظمها.|لم يُعثر على نص مقروء.|سياسة أمان هذه الصفحة لا تسمح بالملخص. يلزم: {}|تعذّر إعداد الملخص.|إعادة المحاولة",
  he: "בקצרה|{} קריאה|רמה {}|הצגה בטקסט|מספרים עיקריים|מי ומי|מילות מפתח|העתקה|הועתק|האזנה|עצירה|קצר יותר|ארוך יותר|עוד|פחות|כל משפט מצוטט מהדף הזה. דבר אינו יוצא מהדפדפן שלך.|התקציר מוכן|אין כאן מה לסכם|הטקסט קצר מדי.|בדף יש בעיקר קישורים.|לא נמצא טקסט קריא.|מדיניות האבטחה של הדף אינה מתירה את התקציר. דרוש: {}|לא ניתן היה להכין תקציר.|ניסיון נוסף",
  fa: "خلاصه|{} مطالعه|سطح {}|نمایش در متن|ارقام کلیدی|چه کسی کیست|کلیدواژه‌ها|رونوشت|رونوشت شد|گوش دادن|توقف|کوتاه‌تر|بلندتر|نمایش بیشتر|نمایش کمتر|هر جمله از همین صفحه نقل شده است. چیزی از مرورگر شما بیرون نمی‌رود.|خلاصه آماده است|اینجا چیزی برای خلاصه کردن نیست|متن بسیار کوتاه است.|صفحه بیشتر پیوند دارد.|متن خوانایی پیدا نشد.|سیاست امنیتی این صفحه خلاصه را مجاز نمی‌داند. نیاز است به: {}|خلاصه ساخته نشد.|تلاش دوباره",
  hi: "संक्षेप में|{} का पाठ|स्तर {}|लेख में दिखाएँ|मुख्य आँकड़े|कौन क्या है|मुख्य शब्द|कॉपी करें|कॉपी हुआ|सुनें|रोकें|और छोटा|और लंबा|और दिखाएँ|कम दिखाएँ|हर वाक्य इसी पृष्ठ से उद्धृत है। आपके ब्राउज़र से कुछ भी बाहर नहीं जाता।|सारांश तैयार है|यहाँ सारांश बनाने लायक कुछ नहीं है|लेख बहुत छोटा है।|पृष्ठ पर अधिकतर लिंक हैं।|पढ़ने योग्य पाठ नहीं मिला।|इस पृष्ठ की सुरक्षा नीति सारांश की अनुमति नहीं देती। आवश्यक: {}|सारांश नहीं बन सका।|फिर कोशिश करें",
  ja: "要点|{}で読めます|難易度 {}|本文で見る|主な数字|登場する人と組織|キーワード|コピー|コピーしました|読み上げ|停止|短く|長く|さらに表示|表示を減らす|すべての文はこのページからの引用です。データはブラウザの外に出ません。|要約ができました|要約するものがありません|文章が短すぎます。|ほとんどがリンクのページです。|読める文章が見つかりません。|このページのセキュリティ方針により要約できません。必要な設定：{}|要約を作れませんでした。|再試行",
  ko: "요약|읽는 시간 {}|난이도 {}|본문에서 보기|주요 수치|인물과 기관|키워드|복사|복사됨|듣기|중지|더 짧게|더 길게|더 보기|접기|모든 문장은 이 페이지에서 그대로 인용했습니다. 아무것도 브라우저 밖으로 나가지 않습니다.|요약이 준비되었습니다|요약할 내용이 없습니다|글이 너무 짧습니다.|대부분 링크인 페이지입니다.|읽을 수 있는 글이 없습니다.|이 페이지의 보안 정책이 요약을 허용하지 않습니다. 필요한 설정: {}|요약을 만들지 못했습니다.|다시 시도",
  zh: "要点|阅读约{}|难度 {}|在文中查看|关键数字|人物与机构|关键词|复制|已复制|朗读|停止|更短|更长|显示更多|收起|每一句都引自本页。任何内容都不会离开您的浏览器。|摘要已就绪|这里没有可摘要的内容|文字太短。|本页主要是链接。|没有找到可读的文字。|本页的安全策略不允许生成摘要。需要：{}|无法生成摘要。|重试",
};

/** The languages that the panel speaks. */
export const panelLanguages = Object.keys(LINES);

/**
 * The first of these language tags that the panel speaks, as the tag that Intl is to be given; "en" where there is none.
 * @param {...(string | null | undefined)} tags
 */
export const spoken = (...tags) => tags.map((tag) => wellFormed(tag ?? "")).find((tag) => Object.hasOwn(LINES, primary(tag))) ?? "en";

/** A tag as pages write it ("en_US"), as Intl takes it; its language alone where the rest is none. @param {string} tag */
function wellFormed(tag) {
  try {
    return String(new Intl.Locale(tag.replaceAll("_", "-")));
  } catch {
    return primary(tag);
  }
}

/** The language of a tag. @param {string} tag */
export const primary = (tag) => tag.toLowerCase().split(/[-_]/, 1)[0];

/**
 * The words of a language by key, with the host's own wording in their place where there is one.
 * @param {string} tag
 * @param {Partial<Record<string, string>> | null} own
 * @returns {Record<string, any>}
 */
export function wordsOf(tag, own) {
  const line = LINES[primary(tag)].split("|");
  return Object.fromEntries(KEYS.map((key, at) => [key, own?.[key] ?? line[at]]));
}

/** A sentence of the panel with what is filled in. @param {string} pattern @param {string} value */
export const fill = (pattern, value) => pattern.replace("{}", () => value);
