-- Names as they are compared when somebody looks for one in a list of the desks.

-- The same as shared.FoldedName, which says why: without width, spaces, capitals, variation selectors, the difference of hiragana and
-- katakana, and that of old and new forms of a letter. For comparing only, never kept. One pass over the text (what has no counterpart is
-- left out), and one expression, so that PostgreSQL puts it into the statement. DeskIT compares the two.
create or replace function folded_name(name text) returns text
    language sql immutable parallel safe as $$
select translate(
    lower(normalize(name, NFKC)),
    '髙﨑嵜濵濱澤邊邉廣國櫻齋齊眞嶋嶌龍榮條惠藏體發會學鐵圓舘冨亞壽醫藝實寶寳澁瀧瀨來曾增德靜淸靑黑橫敎萬與豐縣繩當鹽莊埜峯栁' ||
    '桒槗舩薗邨鄕郞賴關佛團圖驛彌禮穗總聰讓巖將專應戶晉曉樂氣濟產絲藥譽鑄麥龜稻內吳勳鷗ヶヵ𠮷塚晴神祥福都隆ァアィイゥウェエォ' ||
    'オカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュ' ||
    'ユョヨラリルレロヮワヰヱヲンヴ' ||
    U&'\0020\0009\000A\000B\000C\000D\0085\00A0\1680\2028\2029\202F\205F\3000\FEFF\2000\2001\2002\2003\2004\2005'
    '\2006\2007\2008\2009\200A\FE00\FE01\FE02\FE03\FE04\FE05\FE06\FE07\FE08\FE09\FE0A\FE0B\FE0C\FE0D\FE0E\FE0F',
    '高崎崎浜浜沢辺辺広国桜斎斉真島島竜栄条恵蔵体発会学鉄円館富亜寿医芸実宝宝渋滝瀬来曽増徳静清青黒横教万与豊県縄当塩荘野峰柳' ||
    '桑橋船園村郷郎頼関仏団図駅弥礼穂総聡譲巌将専応戸晋暁楽気済産糸薬誉鋳麦亀稲内呉勲鴎けか吉塚晴神祥福都隆ぁあぃいぅうぇえぉ' ||
    'おかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅ' ||
    'ゆょよらりるれろゎわゐゑをんゔ')
$$;
