package tsunagu.shared;

import java.util.Set;

/** What an account may be used for. One account may hold several. */
public enum Role {
    /** 求職者・学生: registers for events. */
    SEEKER,
    /** 企業の担当者. */
    COMPANY,
    /** 市の職員: programmes, events, figures. */
    STAFF,
    /** 受付: check-in and nothing else. */
    DOOR,
    /** 推進会議の委員: reads evaluations. */
    COMMITTEE,
    /** 委託先: reports monthly numbers for the programmes it carries out. */
    PARTNER,
    /** 課長: approves what staff submit. */
    MANAGER,
    /** 管理者: accounts. */
    ADMINISTRATOR,
    /** 監査: reads the trail, who read persons' records, and the register of personal files; changes nothing. */
    AUDITOR;

    /** Who looks after others' work does none of it: {@link #AUDITOR} stands alone. */
    public static boolean goTogether(Set<Role> roles) {
        return roles.size() < 2 || !roles.contains(AUDITOR);
    }
}
