package tsunagu.shared;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts as people here write them: 18, １８名, 1,000, 1,000万円, 1億2,000万円, 300千円, 7.5時間, 54.5％, ¥900. A comma stands between thousands or it is
 * none: "1,5" is not fifteen.
 */
final class WrittenAmount {

    private static final String NUMBER = "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,20})(?:\\.[0-9]{1,10})?";

    /** What may stand behind a number; it is not compared with what the field asks for. */
    private static final String UNIT =
            "\u5186|\u4eba|\u540d|\u540d\u69d8|\u793e|\u4ef6|\u56de|\u65e5|\u65e5\u9593|\u6b73|\u624d|\u6642\u9593|\u5206|\u5206\u9593|"
                    + "[\u304b\u30ab\u30f5\u30f6\u30b1\u7b87]\u6708|[\u304b\u30ab\u30f5\u30f6\u30b1\u7b87]\u6240|\u5e74|\u5e74\u9593|\u672c|\u53f0|\u5ea7\u5e2d|\u5e2d|\u4e16\u5e2f|\u7d44|\u6821|\u5bb6\u65cf|%|\u30d1\u30fc\u30bb\u30f3\u30c8|\u70b9|\u30dd\u30a4\u30f3\u30c8|km|m|kg|\u9031\u9593?"
                    + "|[\u304b\u30ab\u30f5\u30f6\u30b1\u7b87]\u6708\u9593|[\u304b\u30ab\u30f5\u30f6\u30b1\u7b87]\u5e74|\u5e74\u5ea6|\u56e3\u4f53|\u4f01\u696d|\u6cd5\u4eba|\u4e8b\u696d\u6240|\u30d6\u30fc\u30b9|\u30b3\u30de|\u8b1b\u5ea7|\u30af\u30e9\u30b9"
                    + "|\u500b|\u679a|\u90e8|\u518a|\u5ba4|\u901a|\u7968|\u6cca|\u5e73\u7c73|\u30c8\u30f3|\u576a|\u500d|yen|h|min|\u00a5";

    private static final String TENS = "[\u5341\u767e\u5343]?";

    private static final Pattern AMOUNT = Pattern.compile("\u00a5?(?:(?<cho>" + NUMBER + ")\u5146)?(?:(?<oku>" + NUMBER
            + TENS + ")\u5104)?(?:(?<man>" + NUMBER + TENS + ")\u4e07)?(?:(?<sen>" + NUMBER + ")\u5343)?(?:(?<hyaku>"
            + NUMBER + ")\u767e)?(?<rest>" + NUMBER + "|\\.[0-9]{1,10})?(?:" + UNIT + ")?");

    /** Tens before a larger unit: 3千万. */
    private static final Map<Character, Long> WORTH = Map.of('\u5341', 10L, '\u767e', 100L, '\u5343', 1_000L);

    private WrittenAmount() {}

    /** @param written with or without a unit; not negative */
    static Optional<BigDecimal> of(String written) {
        Matcher found = AMOUNT.matcher(plain(written));
        if (!found.matches()) {
            return Optional.empty();
        }
        BigDecimal sum = null;
        String[] places = {"cho", "oku", "man", "sen", "hyaku", "rest"};
        long[] worth = {1_000_000_000_000L, 100_000_000, 10_000, 1_000, 100, 1};
        for (int i = 0; i < places.length; i++) {
            String digits = found.group(places[i]);
            if (digits != null) {
                long tens = WORTH.getOrDefault(digits.charAt(digits.length() - 1), 1L);
                BigDecimal part =
                        new BigDecimal(digits.replaceAll("[^0-9.]", "")).multiply(BigDecimal.valueOf(worth[i] * tens));
                sum = sum == null ? part : sum.add(part);
            }
        }
        return Optional.ofNullable(sum);
    }

    /** Without what stands around an amount. A blank between digits stands between thousands, as the comma does, or it is two numbers. */
    private static String plain(String written) {
        String areas = written.replaceAll("\u33a1|m[\u00b22]", "\u5e73\u7c73");
        if (areas.matches("(?s).*[\u00b2\u00b3\u00b9\u2070-\u2089].*")) {
            return "?";
        }
        return Normalizer.normalize(areas, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .strip()
                .replaceAll("(?<=[0-9])\\s(?=[0-9]{3}(?![0-9]))", "")
                .replaceAll("\\s+(?![0-9])|(?<![0-9])\\s+", "")
                .replaceFirst("^\\\\(?=[0-9])", "\u00a5")
                .replaceFirst("^(\u00a5.*[0-9])[-\u2212\u30fc]$", "$1")
                .replaceFirst("^\u91d1(.*\u5186)\u4e5f?$", "$1");
    }
}
