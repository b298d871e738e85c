/** What departments and their work are called, in many languages and scripts. */
export const topics: readonly string[] = [
  'Sales|Support|Billing|Returns|Retention|Claims|Onboarding|Premium Care|Fraud Desk',
  'Störung|Kündigung|Rückfragen|Großkunden|Überweisungen',
  'Réclamations|Facturation|Dépannage|Œuvres sociales',
  'Atención al cliente|Señal y línea|Cobros|Reclamações|Informação',
  'Obsługa klienta|Żądania|Vyúčtování|Řešení potíží|Müşteri İlişkileri|Reklamációk',
  'Продажи|Поддержка|Возвраты|Підтримка|Рекламации',
  'Πωλήσεις|Εξυπηρέτηση πελατών|Λογαριασμοί',
  'المبيعات|خدمة العملاء|الفواتير',
  'מכירות|שירות לקוחות|חיובים',
  'बिक्री|ग्राहक सेवा|शिकायतें',
  '销售部|客户服务|技术支持|帳務中心',
  '営業部|カスタマーサポート|お問い合わせ',
  '영업팀|고객 지원|기술 지원',
  'ฝ่ายขาย|บริการลูกค้า|ร้องเรียน',
  '🎧 Helpdesk|VIP 👩‍💻|🚚 Delivery 🇩🇪',
].flatMap((line) => line.split('|'));

/** Where the work is done. */
export const places: readonly string[] = [
  'North|South|Dublin|Köln|Zürich|São Paulo|Łódź|Montréal|İzmir|Reykjavík',
  'Москва|Київ|Αθήνα|القاهرة|חיפה|मुंबई|上海|東京|부산|เชียงใหม่',
].flatMap((line) => line.split('|'));

/** Given and family names that go together. */
export const people: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ['Ada', 'Grace', 'Liam', 'Noah', 'Emma', 'Olivia', 'Seán', 'Zoë'],
    ["O'Brien", 'Smith-Jones', 'Müller', 'García Márquez', 'Nguyễn', 'van der Berg', 'Øster', 'Čapek'],
  ],
  [
    ['Анна', 'Иван', 'Ольга', 'Дмитро'],
    ['Смирнова', 'Петров', 'Шевченко', 'Ёлкин'],
  ],
  [
    ['Ελένη', 'Γιώργος'],
    ['Παπαδόπουλος', 'Ιωάννου'],
  ],
  [
    ['محمد', 'فاطمة'],
    ['الأحمد', 'حسن'],
  ],
  [
    ['דוד', 'נועה'],
    ['כהן', 'לוי'],
  ],
  [
    ['अनिता', 'राज'],
    ['शर्मा', 'सिंह'],
  ],
  [
    ['伟', '芳', '秀英'],
    ['王', '李', '欧阳'],
  ],
  [
    ['太郎', '花子'],
    ['佐藤', '髙橋'],
  ],
  [
    ['민준', '서연'],
    ['김', '이'],
  ],
  [
    ['สมชาย', 'มาลี'],
    ['ใจดี', 'ศรีสุข'],
  ],
];

/** Names that break naive programs: markup, templates, paths, quotes, format characters, words of programs. */
export const oddities: readonly string[] = [
  '#1: {priority} / 50% off',
  '"Quoted" & \'single\' `back`',
  'C:\\Temp\\queue',
  '<b>bold</b>',
  '{{name}} ${value} $(id) %s %d',
  'null',
  'true',
  '- dash: list, [x]',
  '00123',
  '1e3',
  '@home; DROP TABLE queues--',
  'tab\there',
  '=SUM(A1:A9)',
  'a|b|c',
  '?q=1&r=2#top',
  '*wild*card*',
  '~!@$^()_+',
  'rtl \u202Eabc\u202C end',
  'ﬁ ligature Ⅷ ①',
  '𝕯𝖔𝖚𝖇𝖑𝖊-𝖘𝖙𝖗𝖚𝖈𝖐',
  '__proto__',
  'constructor',
];
