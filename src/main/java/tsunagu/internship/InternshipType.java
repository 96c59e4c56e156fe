package tsunagu.internship;

/** The four types of the agreement of three ministries (2022-06); only 3 and 4 may be called インターンシップ. */
public enum InternshipType {
    /** タイプ1 オープン・カンパニー */
    OPEN_COMPANY(1),
    /** タイプ2 キャリア教育 */
    CAREER_EDUCATION(2),
    /** タイプ3 汎用的能力・専門活用型インターンシップ */
    GENERAL_OR_SPECIAL(3),
    /** タイプ4 高度専門型インターンシップ */
    ADVANCED(4);

    private final int number;

    InternshipType(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public boolean mayBeCalledInternship() {
        return number >= 3;
    }

    public static InternshipType of(int number) {
        return values()[number - 1];
    }
}
