package tsunagu.participation;

/** How far somebody is on their way to an internship. */
public enum ParticipationState {
    /** 申込み */
    APPLIED,
    /** 参加決定: has a place */
    ACCEPTED,
    /** お断り */
    DECLINED,
    /** 取下げ */
    WITHDRAWN,
    /** 参加した */
    PARTICIPATED,
    /** 来なかった */
    ABSENT;

    public boolean over() {
        return this != APPLIED && this != ACCEPTED;
    }
}
