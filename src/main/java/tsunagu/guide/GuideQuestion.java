package tsunagu.guide;

import java.util.List;

/** What is asked, and what may be answered; an unanswered question excludes nothing. */
public enum GuideQuestion {
    /** いま住んでいる所 */
    LIVES(List.of("TOKYO23", "TOKYO_AREA", "PREFECTURE", "CITY", "OTHER")),
    /** そこに住んでいる年数 */
    YEARS(List.of("BELOW_ONE", "ONE_TO_FOUR", "FIVE")),
    /** だれと移るか */
    HOUSEHOLD(List.of("ALONE", "FAMILY")),
    /** 一緒に移る18歳未満の子ども; excludes nobody, and counts for the sum. */
    CHILDREN(List.of("NONE", "C1", "C2", "C3", "C4")),
    STATUS(List.of("STUDENT", "WORKING", "LOOKING"));

    private final List<String> answers;

    GuideQuestion(List<String> answers) {
        this.answers = answers;
    }

    public List<String> answers() {
        return answers;
    }

    /** As it stands in the address and in the table of programmes. */
    public String parameter() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
