package tsunagu.shared;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;

/**
 * 自治体: the city whose portal this is, as texts name it.
 *
 * @param name 一関市
 * @param reading in hiragana, いちのせきし
 * @param english Ichinoseki
 * @param code 全国地方公共団体コード with its check digit, 032093
 * @param prefecture 岩手県, with its reading and its English name
 */
public record Municipality(
        @NotBlank(message = "city.error.name")
                @Size(max = 40, message = "web.error.tooLong")
                @Pattern(regexp = PLAIN, message = "city.error.plain")
                String name,
        @NotBlank(message = "city.error.reading")
                @Size(max = 60, message = "web.error.tooLong")
                @Pattern(regexp = KANA, message = "city.error.reading")
                String reading,
        @NotBlank(message = "city.error.english")
                @Size(max = 60, message = "web.error.tooLong")
                @Pattern(regexp = LATIN, message = "city.error.english")
                String english,
        @NotBlank(message = "city.error.code") @Pattern(regexp = "[0-9]{6}|", message = "city.error.code") String code,
        @NotBlank(message = "city.error.prefecture")
                @Size(max = 10, message = "web.error.tooLong")
                @Pattern(regexp = PLAIN, message = "city.error.plain")
                String prefecture,
        @NotBlank(message = "city.error.reading")
                @Size(max = 30, message = "web.error.tooLong")
                @Pattern(regexp = KANA, message = "city.error.reading")
                String prefectureReading,
        @NotBlank(message = "city.error.english")
                @Size(max = 30, message = "web.error.tooLong")
                @Pattern(regexp = LATIN, message = "city.error.english")
                String prefectureEnglish) {

    /** No signs that mean something in a text. */
    public static final String PLAIN = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\u30fc]*";

    public static final String KANA = "[\\p{IsHiragana}\u30fc]*";
    public static final String LATIN = "[A-Za-z][A-Za-z .-]*|";

    /** How texts name it: the city, the city with signs for readings, the prefecture. */
    private static final String CITY = "[city]";

    private static final String CITY_READ = "[city-read]";
    private static final String CODE = "[city-code]";
    private static final String PREFECTURE = "[prefecture]";

    /** Puts the names into a text that has their signs. */
    String in(String text, Locale locale) {
        if (text.indexOf('[') < 0) {
            return text;
        }
        boolean easy = locale.equals(Languages.EASY);
        boolean japanese = locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
        Map<String, String> names = Map.of(
                CITY,
                easy ? read(name, reading) : japanese ? name : english,
                CITY_READ,
                read(name, reading),
                CODE,
                code,
                PREFECTURE,
                easy ? read(prefecture, prefectureReading) : japanese ? prefecture : prefectureEnglish);
        String named = text;
        for (Map.Entry<String, String> each : names.entrySet()) {
            named = named.replace(each.getKey(), each.getValue());
        }
        return named;
    }

    private static String read(String word, String reading) {
        return "\uff5c" + word + "\u300a" + reading + "\u300b";
    }
}
