package tsunagu.shared;

import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day as people here write it: 8:30, 0830, 8時30分, 8時半, 午後1時, 1:30 PM, 正午. What ends after midnight is written on from the
 * day it began on (24:00, 25:30), or with the word for the next day (翌1:30, 翌日の1時半).
 */
final class WrittenTime {

    /** The noon of the next day: no session is longer, and 90:00 is a slip. */
    private static final Duration LATEST = Duration.ofHours(36);

    private static final int NOON = 12;

    /** Before the time or in brackets on either side of it. */
    private static final Pattern NEXT_DAY =
            Pattern.compile("^\\(?\u7fcc(?:\u65e5|\u671d)?\\)?(?:\u306e)?|\\(\u7fcc(?:\u65e5|\u671d)?\\)$");

    private static final Pattern HALF = Pattern.compile("^(\u5348\u524d|\u5348\u5f8c|am|pm)|(am|pm)$");

    private static final Pattern TIME = Pattern.compile(
            "([0-9]{1,2})(?::([0-9]{2})(?::00(?:\\.0+)?)?|\u6642(?:([0-9]{1,2})\u5206?|(\u534a))?)|([0-9]{1,2})([0-9]{2})");

    /** An hour alone, which is one only beside its half of the day. */
    private static final Pattern HOUR = Pattern.compile("[0-9]{1,2}");

    private WrittenTime() {}

    /** @return empty for what is no time within one day */
    static Optional<LocalTime> time(String written) {
        return since(plain(written)).filter(each -> each.toDays() == 0).map(each -> LocalTime.MIDNIGHT.plus(each));
    }

    /** @return from the beginning of the day, up to 36 hours; empty for what is no time */
    static Optional<Duration> end(String written) {
        String plain = plain(written);
        Matcher next = NEXT_DAY.matcher(plain);
        Optional<Duration> end = next.find()
                ? since(next.replaceFirst(""))
                        .filter(each -> each.toDays() == 0)
                        .map(each -> each.plusDays(1))
                : since(plain);
        return end.filter(each -> each.compareTo(LATEST) <= 0);
    }

    private static String plain(String written) {
        return Normalizer.normalize(CleanText.of(written), Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cf}]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("([ap])\\.m\\.?", "$1m")
                .replace("\u5348\u540e", "\u5348\u5f8c")
                .replaceAll("[\u2236\ufe30\ua789]", ":");
    }

    private static Optional<Duration> since(String plain) {
        if (plain.equals("\u6b63\u5348")) {
            return Optional.of(Duration.ofHours(NOON));
        }
        Matcher half = HALF.matcher(plain);
        boolean said = half.find();
        String rest = said ? half.replaceFirst("") : plain;
        Matcher time = TIME.matcher(said && HOUR.matcher(rest).matches() ? rest + ":00" : rest);
        if (!time.matches()) {
            return Optional.empty();
        }
        int hours = Integer.parseInt(time.group(time.group(1) == null ? 5 : 1));
        int minutes = minutes(time);
        // In a half of the day, twelve o'clock is where it begins; both 0 and 12 are written.
        if (minutes > 59 || said && hours > NOON) {
            return Optional.empty();
        }
        boolean afternoon =
                said && (half.group().equals("\u5348\u5f8c") || half.group().equals("pm"));
        int counted = said ? hours % NOON + (afternoon ? NOON : 0) : hours;
        return Optional.of(Duration.ofHours(counted).plusMinutes(minutes));
    }

    private static int minutes(Matcher time) {
        if (time.group(4) != null) {
            return 30;
        }
        for (int group : new int[] {2, 3, 6}) {
            if (time.group(group) != null) {
                return Integer.parseInt(time.group(group));
            }
        }
        return 0;
    }
}
