package tsunagu.privacy.web;

import java.text.MessageFormat;
import java.time.Period;
import java.util.Locale;
import tsunagu.shared.Keep;
import tsunagu.shared.Words;

/** How long something is kept, in words: the number is the rule's own. */
final class KeepWords {

    private KeepWords() {}

    static String of(Keep keep) {
        String text = Words.japanese("privacy.keep." + keep.name());
        return keep.after() == null
                ? text
                : new MessageFormat(text, Locale.JAPANESE).format(new Object[] {length(keep.after())});
    }

    private static String length(Period after) {
        return after.toTotalMonths() == 0
                ? worded("privacy.length.days", after.getDays())
                : after.getMonths() == 0
                        ? worded("privacy.length.years", after.getYears())
                        : worded("privacy.length.months", (int) after.toTotalMonths());
    }

    private static String worded(String key, int number) {
        return new MessageFormat(Words.japanese(key), Locale.JAPANESE).format(new Object[] {String.valueOf(number)});
    }

    /** What becomes of it: deleted, or without what says who it was. */
    static String then(Keep keep) {
        boolean deletes = keep.dues().stream().anyMatch(Keep.Due::deletes);
        boolean blanks = keep.dues().stream().anyMatch(each -> !each.deletes());
        return Words.japanese(
                deletes && blanks ? "privacy.then.both" : deletes ? "privacy.then.deleted" : "privacy.then.blanked");
    }
}
