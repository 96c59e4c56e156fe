package tsunagu.company;

/** What a member may do for the company. */
public enum MemberRole {
    /** 代表の担当者: everything, and who else belongs to the company. */
    OWNER,
    /** 担当者: page, postings, applications. */
    EDITOR
}
