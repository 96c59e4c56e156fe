package tsunagu.company;

/** What staff look up or ask before they let a company in; which of it was done is kept in the trail. */
public enum AdmissionCheck {
    /** 国税庁法人番号公表サイト: name and place are those of the number. */
    PUBLIC_REGISTER,
    /** The company was telephoned, and knows who asks. */
    TELEPHONE,
    /** Its website, or what else shows that it works here. */
    WORKPLACE
}
