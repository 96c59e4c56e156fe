package tsunagu.seeker;

import java.util.Set;
import tsunagu.shared.Audience;

/** いまの立場. */
public enum Stage {
    /** 中学生以下 */
    JUNIOR_HIGH(true),
    /** 高校生 */
    HIGH_SCHOOL(true),
    /** 大学生・大学院生 */
    UNIVERSITY(false, Audience.UNIVERSITY),
    /** 高専生 */
    KOSEN(false, Audience.KOSEN),
    /** 短大・専門学校生 */
    JUNIOR_COLLEGE(false, Audience.JUNIOR_COLLEGE),
    /** 既卒3年以内 */
    GRADUATED(false, Audience.GRADUATED, Audience.GENERAL),
    /** 働いている */
    WORKING(false, Audience.GENERAL),
    /** 仕事を探している */
    SEEKING(false, Audience.GENERAL),
    /** 保護者 */
    GUARDIAN(false),
    /** 教職員 */
    TEACHER(false),
    OTHER(false);

    private final boolean atSchool;
    private final Set<Audience> audiences;

    Stage(boolean atSchool, Audience... audiences) {
        this.atSchool = atSchool;
        this.audiences = Set.of(audiences);
    }

    /** Up to high school: applications go by school and ハローワーク, companies do not write. */
    public boolean atSchool() {
        return atSchool;
    }

    /** For whom a posting has to be so that it is for somebody like this; empty where that says nothing. */
    public Set<Audience> audiences() {
        return audiences;
    }
}
