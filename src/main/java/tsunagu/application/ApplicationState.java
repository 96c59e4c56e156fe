package tsunagu.application;

import java.util.EnumSet;
import java.util.Set;

/** How far an application is. */
public enum ApplicationState {
    /** 受付 */
    RECEIVED,
    /** 選考中 */
    IN_PROGRESS,
    /** 面接 */
    INTERVIEW,
    /** 内定 */
    OFFER,
    /** 採用 */
    HIRED,
    /** 不採用 */
    DECLINED,
    /** 辞退・取下げ */
    WITHDRAWN;

    public boolean over() {
        return this == HIRED || this == DECLINED || this == WITHDRAWN;
    }

    /** What a company may say next: forward, or no. A hire comes with its day, by a step of its own. */
    public Set<ApplicationState> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(IN_PROGRESS, INTERVIEW, OFFER, DECLINED);
            case IN_PROGRESS -> EnumSet.of(INTERVIEW, OFFER, DECLINED);
            case INTERVIEW -> EnumSet.of(OFFER, DECLINED);
            case OFFER -> EnumSet.of(DECLINED);
            case HIRED, DECLINED, WITHDRAWN -> EnumSet.noneOf(ApplicationState.class);
        };
    }
}
