package tsunagu.grant;

/** To whom a grant is paid; measures count cases, companies, households, singles or persons. */
public enum GrantRecipient {
    /** 個人（学生など） */
    PERSON,
    /** 単身者 */
    SINGLE,
    /** 世帯 */
    HOUSEHOLD,
    /** 事業所 */
    COMPANY
}
