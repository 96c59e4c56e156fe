package tsunagu.seeker;

/** How far the portal lets a person and companies deal with each other, by what the person's profile says. */
public enum ScoutStanding {
    /** Has not said when born. */
    UNKNOWN,
    /** Under 18, or at school up to high school. */
    PROTECTED,
    ADULT;

    /** What brings a person and companies together; looking at companies, visits and events needs no leave. */
    public enum Act {
        /** 応募, and words of the company afterwards. The form asks whether the person is at high school. */
        APPLY(true),
        /** Taking part in an internship. The form asks. */
        TAKE_PART(true),
        /** 面談会: the companies that were named see name and role. The form asks. */
        MEET(true),
        /** スカウト: companies look for people who did not come to them. Nothing is asked at that moment, so the profile has to say it. */
        BE_FOUND(false);

        private final boolean asks;

        Act(boolean asks) {
            this.asks = asks;
        }
    }

    /**
     * The one place where it is decided. 高卒求人 go from ハローワーク by the school to the pupil (職業安定法26条, 27条), and companies do not
     * write to minors behind the backs of school and guardians: what the profile says of somebody protected settles every act. A portal that
     * knows nobody's age by itself has to believe what people say, and asks for no more than the act needs: who comes to a company answers one
     * question in that form, and need not tell a month of birth; who wants to be found by companies unasked has said it beforehand.
     *
     * @param atSchool what the form of the act was answered (at high school, or under 18); null where it was not asked or not answered
     */
    public boolean allows(Act act, Boolean atSchool) {
        if (this == PROTECTED || Boolean.TRUE.equals(atSchool)) {
            return false;
        }
        return act.asks ? atSchool != null : this == ADULT;
    }

    /** The same before the form of the act is there: would it be allowed to somebody who answers that they are not at high school? */
    public boolean mayStart(Act act) {
        return allows(act, false);
    }
}
