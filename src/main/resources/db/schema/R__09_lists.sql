-- Names as they are compared when somebody looks for one in a list of the desks.

-- The same as shared.FoldedName, which says why: without width, spaces, capitals, middle dots, what nobody sees, the difference of hiragana
-- and katakana, and that of old and new forms of a letter. For comparing only, never kept. One pass over the text (what has no counterpart
-- is left out), and one expression, so that PostgreSQL puts it into the statement. DeskListsIT compares the two.
create or replace function folded_name(name text) returns text
    language sql immutable parallel safe as $$
select translate(
    lower(normalize(regexp_replace(translate(name, U&'\309B\309C', U&'\3099\309A'), '(.)々', '\1\1', 'g'), NFKC)),
    '惡爲衞緣奧溫價懷渴卷陷寬僞戲虛峽狹駈薰揭鷄擊儉劍險圈檢顯驗嚴恆黃碎雜兒濕收從獸縱緖敍涉燒奬狀乘淨剩疊孃釀寢愼盡粹醉攝戰纖禪壯爭搜巢裝瘦騷臟卽' ||
    '帶滯單彈晝廳徵聽鎭轉傳燈盜拜盃賣髮拔晚祕拂步飜每默搖樣謠覽凉綠淚壘曆歷鍊錄亙凜堯晄檜槇禰禱祿穰萠遙渕𣘺釡穐㐂曻杤礪蠣薮篭蘆靏靍鸖昻頴熈凞煕逹廸兔莵壷蔣頰鰺枊嶽⻑⻄⻘⻆⻩⻯⻲⺠' ||
    '髙﨑嵜濵濱澤邊邉廣國櫻齋齊眞嶋嶌龍榮條惠藏體發會學鐵圓舘冨亞壽醫藝實寶寳澁瀧瀨來曾增德靜淸靑黑橫敎萬與豐縣繩當鹽莊埜峯栁' ||
    '桒槗舩薗邨鄕郞賴關佛團圖驛彌禮穗總聰讓巖將專應戶晉曉樂氣濟產絲藥譽鑄麥龜稻內吳勳鷗ヶヵ𠮷塚晴神祥福都隆ァアィイゥウェエォ' ||
    'オカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュ' ||
    'ユョヨラリルレロヮワヰヱヲンヴ' ||
    U&'\0020\0009\000A\000B\000C\000D\0085\00A0\1680\2028\2029\202F\205F\3000\FEFF\2000\2001\2002\2003\2004\2005'
    '\2006\2007\2008\2009\200A\FE00\FE01\FE02\FE03\FE04\FE05\FE06\FE07\FE08\FE09\FE0A\FE0B\FE0C\FE0D\FE0E\FE0F'
    '\200B\200C\200D\200E\200F\202A\202B\202C\202D\202E\180B\180C\180D\2060\00AD\30FB\0027\2018\2019',
    '悪為衛縁奥温価懐渇巻陥寛偽戯虚峡狭駆薫掲鶏撃倹剣険圏検顕験厳恒黄砕雑児湿収従獣縦緒叙渉焼奨状乗浄剰畳嬢醸寝慎尽粋酔摂戦繊禅壮争捜巣装痩騒臓即' ||
    '帯滞単弾昼庁徴聴鎮転伝灯盗拝杯売髪抜晩秘払歩翻毎黙揺様謡覧涼緑涙塁暦歴錬録亘凛尭晃桧槙祢祷禄穣萌遥淵橋釜秋喜昇栃砺蛎藪籠芦鶴鶴鶴昂穎熙熙熙達迪兎菟壺蒋頬鯵柳岳長西青角黄竜亀民' ||
    '高崎崎浜浜沢辺辺広国桜斎斉真島島竜栄条恵蔵体発会学鉄円館富亜寿医芸実宝宝渋滝瀬来曽増徳静清青黒横教万与豊県縄当塩荘野峰柳' ||
    '桑橋船園村郷郎頼関仏団図駅弥礼穂総聡譲巌将専応戸晋暁楽気済産糸薬誉鋳麦亀稲内呉勲鴎けか吉塚晴神祥福都隆ぁあぃいぅうぇえぉ' ||
    'おかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅ' ||
    'ゆょよらりるれろゎわゐゑをんゔ')
$$;
