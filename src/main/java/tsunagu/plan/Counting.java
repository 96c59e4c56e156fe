package tsunagu.plan;

/** What a measure (評価指標) counts; the names are those of the plan's data set. */
public enum Counting {
    /** 開催回数: sessions held */
    SESSIONS_HELD,
    EVENTS_HELD,
    /** 延べ人数: every presence in a counted role */
    ATTENDANCE_TOTAL,
    /** 実人数: persons, each once in the year */
    PERSONS_DISTINCT,
    /** 参加事業所数, as the organiser reported them */
    COMPANIES_DISTINCT,
    /** ブース訪問者数: heads at the city's booth of an outside fair; where visits are recorded, each visitor once for an event */
    BOOTH_VISITORS,
    /** ブース訪問の延べ: every visit at every booth */
    BOOTH_VISITS,
    /** 新規登録事業所数: admitted in the year */
    COMPANIES_NEW,
    /** 登録事業所数: admitted by the end of the year, or by today */
    COMPANIES_REGISTERED,
    /** 登録したことのある事業所数: admitted by the end of the year, those that left included */
    COMPANIES_EVER,
    PLACEMENTS,
    GRANT_CASES,
    GRANT_COMPANIES,
    GRANT_HOUSEHOLDS,
    GRANT_SINGLES,
    GRANT_PERSONS,
    /** 交付額, yen */
    GRANT_AMOUNT,
    /** 相談件数, by the contractor's months */
    MONTHLY_CONSULTATIONS,
    /** 新規登録者数, by the contractor's months */
    MONTHLY_REGISTRANTS,
    /** 就職人数, by the contractor's months */
    MONTHLY_PLACED,
    /** 相談件数: consultations booked here that took place */
    CONSULTATIONS_KEPT,
    /** 仕事体験の参加者: a person once a year */
    INTERNS,
    MANUAL
}
