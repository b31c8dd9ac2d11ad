//! What has to be known by heart: which capitals are letters, which are words, and how names are said.

/// Said as letters, even among words in capitals.
pub const AS_LETTERS: [&str; 62] = [
    "ADHD", "AFC", "ASD", "BBC", "BSL", "CBT", "CCTV", "CD", "CEO", "CHC", "CMHT", "CPA", "CPN", "CQC", "CV", "DBS",
    "DIY", "DVD", "DWP", "ECG", "EEG", "EHCP", "ESA", "FAQ", "GCSE", "GDPR", "GP", "HCA", "HIV", "HR", "ICB", "ID",
    "IQ", "LD", "LGBT", "MCA", "MDT", "MHA", "MOT", "MP", "MRI", "NHS", "NVQ", "OT", "PA", "PBS", "PC", "PDF", "PE",
    "PRN", "PTSD", "QR", "RNIB", "SEN", "SMS", "TV", "UC", "UK", "USB", "VIP", "WC", "WWW",
];

/// Capitals that are said as the word they make.
pub const AS_WORDS: [&str; 21] = [
    "AIDS", "BAME", "BILD", "COVID", "ESOL", "HEE", "MENCAP", "MIND", "NATO", "NICE", "OFSTED", "PALS", "PIN", "PIP",
    "RADAR", "SALT", "SCAMP", "SEND", "STOMP", "UNISON", "WRAP",
];

/// Words that people write in capitals to stress them.
pub const IN_CAPITALS: [&str; 96] = [
    "ALL", "ALSO", "ALWAYS", "AM", "AN", "AND", "ANY", "ARE", "ASK", "BACK", "BAD", "BE", "BEST", "BUS", "BUT", "BY",
    "CALL", "CAN", "COME", "DAY", "DID", "DO", "DONE", "DOOR", "DOWN", "EXIT", "FIRE", "FOOD", "FOR", "FREE", "FROM",
    "FUN", "GET", "GO", "GOOD", "HAD", "HAS", "HAVE", "HE", "HELP", "HER", "HERE", "HIM", "HIS", "HOME", "HOT", "HOW",
    "IF", "IN", "IS", "KEEP", "LATE", "LOST", "LOVE", "ME", "MUST", "MY", "NEED", "NEW", "NEXT", "NO", "NOT", "NOTE",
    "NOW", "OFF", "OLD", "ON", "ONE", "ONLY", "OPEN", "OR", "OUR", "OUT", "PAIN", "PLAN", "PUSH", "READ", "RING",
    "SAFE", "SAID", "SHE", "SLOW", "SO", "STAY", "STOP", "TAXI", "TEXT", "THE", "THEY", "TO", "UP", "VERY", "WAIT",
    "WE", "YES", "YOU",
];

/// Names and shortenings that are said in a way their letters do not tell.
pub const SAID: [(&str, &str); 11] = [
    ("AWOL", "eh-wol"),
    ("CAMHS", "cams"),
    ("DoLS", "dolls"),
    ("IAPT", "eye-apt"),
    ("IMCA", "imka"),
    ("LeDeR", "leader"),
    ("Makaton", "mackaton"),
    ("PhD", "P H D"),
    ("RiO", "rio"),
    ("SystmOne", "system one"),
    ("WiFi", "why fye"),
];

/// Words that follow somebody's first letter more often than the article: "A was calm".
pub const VERBS: [&str; 47] = [
    "agreed", "and", "arrived", "asked", "became", "began", "came", "chose", "could", "cried", "did", "does", "felt",
    "found", "gave", "got", "had", "has", "helped", "is", "left", "liked", "likes", "looked", "looks", "made", "might",
    "needs", "rang", "said", "saw", "says", "seemed", "should", "smiled", "spoke", "talked", "thinks", "told", "took",
    "tried", "wanted", "wants", "was", "went", "will", "would",
];
