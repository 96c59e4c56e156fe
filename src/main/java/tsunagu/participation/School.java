package tsunagu.participation;

/** Where the person studies; high-school pupils come by their school and are not on this list. */
public enum School {
    /** 大学 */
    UNIVERSITY,
    /** 大学院 */
    GRADUATE_SCHOOL,
    /** 短期大学 */
    JUNIOR_COLLEGE,
    /** 高等専門学校 */
    KOSEN,
    /** 専門学校 */
    VOCATIONAL,
    /** その他 */
    OTHER
}
