package tsunagu.company;

/** What a company declares when it asks to be admitted; staff check it. */
public enum AdmissionGround {
    /** 就業場所が市内にある */
    WORKPLACE_IN_CITY,
    /** 雇用保険の適用事業所である (or has nobody to insure) */
    INSURED,
    /** 市税の滞納がない */
    TAXES_PAID,
    /** 暴力団員等と関係がない */
    NO_ORGANISED_CRIME
}
