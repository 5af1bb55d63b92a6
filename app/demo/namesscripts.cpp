// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "names.h"

// clang-format off
namespace Leadline::Demo {

std::vector<RegionText> otherScriptRegions()
{
    return {
        {"JP", "Asia/Tokyo", 5, "+81", "3 5550 01#|6 5550 01#|52 5550 1#",
         "東京都千代田区;100-0005|大阪市北区;530-0001|名古屋市中区;460-0008|京都市下京区;600-8216|福岡市博多区;812-0011|札幌市中央区;060-0005",
         "丸の内{n}丁目|梅田{n}丁目|栄{n}丁目|博多駅前{n}丁目",
         "健太=kenta|美咲=misaki|翔=sho|さくら=sakura|大輔=daisuke|陽子=yoko|浩二=koji|結衣=yui", "山田=yamada|佐藤=sato|鈴木=suzuki|高橋=takahashi|渡辺=watanabe|伊藤=ito|小林=kobayashi|中村=nakamura|斎藤=saito",
         "富士=fuji|桜=sakura|さざなみ=sazanami|東海=tokai|大和=yamato|あけぼの=akebono|ひかり=hikari", "運輸=unyu|食品=shokuhin|光学=kogaku|機械=kikai|電力=denryoku|ソフト=soft|医療=iryo|建設=kensetsu|教育=kyoiku|繊維=seni",
         "株式会社{R}{I}|{R}{I}株式会社|{L}{I}工業株式会社|有限会社{L}{I}|{R}{I}ホールディングス", true},
        {"KR", "Asia/Seoul", 2, "+82", "2 555 01#|51 555 01#", "서울특별시;04524|부산광역시;48058|대구광역시;41911|인천광역시;21554", "세종대로 {n}|테헤란로 {n}|해운대로 {n}",
         "민준=minjun|서연=seoyeon|지훈=jihoon|하은=haeun|도윤=doyun|수빈=subin", "김=kim|이=lee|박=park|최=choi|정=jung|강=kang|윤=yoon", "한빛=hanbit|새벽=saebyeok|백두=baekdu|은하=eunha|미래=mirae", "물류=mulryu|식품=foods|광학=optics|기계=machinery|에너지=energy|소프트=soft|의료=medical|건설=construction|교육=edu|섬유=textile",
         "주식회사 {R}{I}|{R}{I}(주)|{L}씨{I}|{R} {I}", true},
        {"CN", "Asia/Shanghai", 2, "+86", "21 5550 01#|10 5550 01#", "上海市黄浦区;200001|北京市朝阳区;100020|深圳市福田区;518000|杭州市西湖区;310000", "南京东路{n}号|建国路{n}号|深南大道{n}号",
         "伟=wei|芳=fang|娜=na|秀英=xiuying|敏=min|静=jing|磊=lei", "王=wang|李=li|张=zhang|刘=liu|陈=chen|杨=yang|黄=huang|赵=zhao", "华光=huaguang|东方=dongfang|长江=changjiang|金龙=jinlong|晨星=chenxing", "物流=logistics|食品=foods|光电=guangdian|机械=jixie|能源=energy|软件=soft|医疗=medical|建筑=jianzhu|教育=edu|纺织=textile",
         "{R}{I}有限公司|{C}{R}{I}集团|{R}{I}科技股份有限公司", true},
        {"IN", "Asia/Kolkata", 2, "+91", "22 5550 01#|80 5550 01#", "Mumbai;400001;MH|Bengaluru;560001;KA|नई दिल्ली;110001;DL|Chennai;600001;TN|Pune;411001;MH", "{n} M.G. Road|{n} Connaught Place|{n} Marine Drive",
         "अदिति=aditi|Arjun|प्रिया=priya|Rohan|Kavya|विक्रम=vikram|Ananya", "शर्मा=sharma|Iyer|पटेल=patel|Chatterjee|Reddy|गुप्ता=gupta|Krishnamurthy", "सूर्य=surya|Ganga|Himalaya|लोटस=lotus|Deccan", "Logistics|Foods|Optics|Engineering|Urja|Infotech|Healthcare|Constructions|Vidya|Textiles",
         "{R} {I} Pvt. Ltd.|{L} {I} Limited|{L} & Sons {I}|{R} {I} LLP", false},
        {"AE", "Asia/Dubai", 2, "+971", "4 555 01#|2 555 01#", "دبي|أبو ظبي|الشارقة", "شارع الشيخ زايد {n}|شارع الكورنيش {n}|شارع الاتحاد {n}",
         "أحمد=ahmed|فاطمة=fatima|خالد=khalid|مريم=maryam|يوسف=yousef|ليلى=layla", "المنصوري=almansoori|الهاشمي=alhashimi|النعيمي=alnuaimi|السويدي=alsuwaidi|الكعبي=alkaabi", "النخيل=alnakheel|اللؤلؤ=allulu|الصقر=alsaqr|الواحة=alwaha", "للنقل=transport|للأغذية=foods|للبصريات=optics|للآلات=machinery|للطاقة=energy|للبرمجيات=soft|للرعاية الصحية=health|للمقاولات=contracting|للتعليم=edu|للمنسوجات=textiles",
         "شركة {R} {I}|مجموعة {L} {I}|{R} {I} ذ.م.م|مؤسسة {L} {I}", false},
        {"EG", "Africa/Cairo", 1, "+20", "2 5550 01#", "القاهرة;11511|الإسكندرية;21500", "شارع التحرير {n}|طريق الحرية {n}", "محمود=mahmoud|نور=nour|هالة=hala|عمر=omar", "عبد الرحمن=abdelrahman|السيد=elsayed|حسن=hassan|منصور=mansour", "النيل=elnil|الأهرام=elahram|الدلتا=eldelta", "للنقل=transport|للأغذية=foods|للبصريات=optics|للآلات=machinery|للطاقة=energy|للبرمجيات=soft|للأدوية=pharma|للمقاولات=contracting|للتعليم=edu|للغزل والنسيج=textiles",
         "شركة {R} {I}|{R} {I} ش.م.م|أولاد {L} {I}", false},
        {"IL", "Asia/Jerusalem", 2, "+972", "3 555 01 #|2 555 01 #", "תל אביב;6688218|ירושלים;9422107|חיפה;3303139|באר שבע;8410402", "רחוב הרצל {n}|שדרות רוטשילד {n}|רחוב יפו {n}",
         "נועה=noa|איתי=itai|תמר=tamar|יונתן=yonatan|מיכל=michal|עומר=omer", "כהן=cohen|לוי=levi|מזרחי=mizrahi|פרידמן=friedman|ביטון=biton|שפירא=shapira", "ארז=erez|כרמל=carmel|גליל=galil|אלון=alon", "לוגיסטיקה=logistics|מזון=foods|אופטיקה=optics|מכונות=machines|אנרגיה=energy|תוכנה=soft|רפואה=medical|בנייה=build|חינוך=edu|טקסטיל=textile",
         "{R} {I} בע\"מ|{L} {I} בע\"מ|קבוצת {R}|{L} ובניו {I}", false},
        {"GR", "Europe/Athens", 3, "+30", "21 0555 01 #|231 055 501 #", "Αθήνα;105 57|Θεσσαλονίκη;546 24|Πάτρα;262 21|Ηράκλειο;712 02", "Ερμού {n}|Τσιμισκή {n}|Λεωφόρος Συγγρού {n}",
         "Μαρία=maria|Γιώργος=giorgos|Ελένη=eleni|Νίκος=nikos|Χριστίνα=christina|Δημήτρης=dimitris", "Παπαδόπουλος=papadopoulos|Γεωργίου=georgiou|Νικολάου=nikolaou|Βλάχος=vlachos|Οικονόμου=oikonomou|Ξένος=xenos", "Αιγαίο=aigaio|Όλυμπος=olympos|Αθηνά=athina|Ιόνιο=ionio|Δελφίνι=delfini", "Μεταφορές=metafores|Τρόφιμα=trofima|Οπτικά=optika|Μηχανές=michanes|Ενέργεια=energeia|Λογισμικό=logismiko|Υγεία=ygeia|Κατασκευές=kataskeves|Εκπαίδευση=ekpaidefsi|Υφάσματα=yfasmata",
         "{R} {I} Α.Ε.|{I} {L} Ε.Π.Ε.|Αφοί {L} {I} Ο.Ε.", false},
        {"BG", "Europe/Sofia", 2, "+359", "2 555 01 #|32 555 01#", "София;1000|Пловдив;4000|Варна;9000|Бургас;8000", "ул. Граф Игнатиев {n}|бул. Витоша {n}|ул. Шипка {n}",
         "Мария=maria|Георги=georgi|Десислава=desislava|Иван=ivan|Ралица=ralitsa|Калоян=kaloyan", "Иванова=ivanova|Петров=petrov|Димитров=dimitrov|Стоянова=stoyanova|Христов=hristov", "Балкан=balkan|Тракия=trakia|Рила=rila|Роза=roza", "Транспорт=transport|Храни=hrani|Оптика=optika|Машини=mashini|Енергия=energia|Софтуер=softuer|Здраве=zdrave|Строй=stroy|Образование=obrazovanie|Текстил=tekstil",
         "{R} {I} ООД|{L} {I} ЕООД|{R} {I} АД|{L} и синове {I}", false},
        {"UA", "Europe/Kyiv", 2, "+380", "44 555 01 #|32 255 01 #", "Київ;01001|Львів;79000|Одеса;65000|Харків;61000|Дніпро;49000", "вул. Хрещатик, {n}|просп. Свободи, {n}|вул. Дерибасівська, {n}",
         "Олена=olena|Тарас=taras|Оксана=oksana|Андрій=andrii|Соломія=solomiia|Богдан=bohdan", "Шевченко=shevchenko|Коваленко=kovalenko|Бондар=bondar|Ткачук=tkachuk|Мельник=melnyk|Гриценко=hrytsenko", "Карпати=karpaty|Дніпро=dnipro|Калина=kalyna|Полісся=polissia", "Логістика=lohistyka|Харчі=kharchi|Оптика=optyka|Машинобуд=mashynobud|Енерго=enerho|Софт=soft|Медицина=medytsyna|Буд=bud|Освіта=osvita|Текстиль=tekstyl",
         "ТОВ «{R} {I}»|ПрАТ «{R}{I}»|{L} та партнери|ФОП {L} {I}", false},
        {"GE", "Asia/Tbilisi", 1, "+995", "32 255 01 #", "თბილისი;0105|ბათუმი;6000", "რუსთაველის გამზირი {n}|ჭავჭავაძის გამზირი {n}", "ნინო=nino|გიორგი=giorgi|თამარ=tamar|ლევან=levan", "ბერიძე=beridze|კაპანაძე=kapanadze|გელაშვილი=gelashvili", "კავკასია=kavkasia|იბერია=iberia|კოლხა=kolkha", "ლოჯისტიკა=logistika|სურსათი=sursati|ოპტიკა=optika|მანქანები=mankanebi|ენერგია=energia|სოფტი=soft|მედი=medi|მშენებელი=mshenebeli|სკოლა=skola|ტექსტილი=tekstili",
         "შპს {R} {I}|{L} და პარტნიორები|სს {R}", false},
        {"TH", "Asia/Bangkok", 1, "+66", "2 555 01 #", "กรุงเทพมหานคร;10110|เชียงใหม่;50000", "ถนนสุขุมวิท {n}|ถนนสีลม {n}", "สมชาย=somchai|มาลี=malee|อนันต์=anan|พิมพ์=pim", "ศรีสุข=srisuk|วงศ์ไทย=wongthai|แสงทอง=saengthong", "สยาม=siam|ช้างทอง=changthong|บัวหลวง=bualuang", "ขนส่ง=khonsong|อาหาร=ahan|ออปติก=optic|เครื่องจักร=machine|พลังงาน=energy|ซอฟต์แวร์=software|สุขภาพ=health|ก่อสร้าง=build|การศึกษา=edu|สิ่งทอ=textile",
         "บริษัท {R}{I} จำกัด|ห้างหุ้นส่วน {L}{I}|{R} {I} (มหาชน)", false},
    };
}

} // namespace Leadline::Demo
