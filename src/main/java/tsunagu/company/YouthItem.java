package tsunagu.company;

import java.util.Arrays;
import java.util.List;

/** 青少年雇用情報 (若者雇用促進法13条): items of the three groups, each stated with its fiscal year. */
public enum YouthItem {
    NEW_GRADUATES_HIRED(Group.RECRUITMENT),
    NEW_GRADUATES_LEFT(Group.RECRUITMENT),
    MEN_HIRED(Group.RECRUITMENT),
    WOMEN_HIRED(Group.RECRUITMENT),
    /** years */
    AVERAGE_TENURE(Group.RECRUITMENT),
    AVERAGE_AGE(Group.RECRUITMENT),
    TRAINING(Group.DEVELOPMENT),
    SELF_DEVELOPMENT(Group.DEVELOPMENT),
    MENTOR(Group.DEVELOPMENT),
    CAREER_CONSULTING(Group.DEVELOPMENT),
    INTERNAL_TESTS(Group.DEVELOPMENT),
    /** hours a month */
    OVERTIME(Group.RETENTION),
    /** days a year */
    PAID_LEAVE(Group.RETENTION),
    /** persons entitled and persons who took it, in words */
    PARENTAL_LEAVE_MEN(Group.RETENTION),
    PARENTAL_LEAVE_WOMEN(Group.RETENTION),
    /** per cent */
    WOMEN_IN_MANAGEMENT(Group.RETENTION);

    /** ア 募集・採用, イ 能力開発, ウ 職場定着 */
    public enum Group {
        RECRUITMENT,
        DEVELOPMENT,
        RETENTION
    }

    private final Group group;

    YouthItem(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }

    /** It counts persons: there are no halves. */
    public boolean countsPersons() {
        return this == NEW_GRADUATES_HIRED || this == NEW_GRADUATES_LEFT || this == MEN_HIRED || this == WOMEN_HIRED;
    }

    public static List<YouthItem> of(Group group) {
        return Arrays.stream(values()).filter(item -> item.group == group).toList();
    }
}
