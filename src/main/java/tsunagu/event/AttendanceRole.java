package tsunagu.event;

import java.util.Arrays;
import java.util.List;

/** As whom somebody is present (資料2). Each session says which of these are its audience. */
public enum AttendanceRole {
    UNIVERSITY_STUDENT(true),
    KOSEN_STUDENT(true),
    HIGH_SCHOOL_STUDENT(true),
    JUNIOR_HIGH_STUDENT(true),
    /** 小学生 */
    PUPIL(true),
    GUARDIAN(true),
    TEACHER(true),
    /** 求職者（一般・UIJターン・就職氷河期世代） */
    JOB_SEEKER(true),
    /** 企業の社員 */
    EMPLOYEE(true),
    /** 講座の受講者 */
    TRAINEE(true),
    /** 人事・人材育成担当 */
    HR_OFFICER(true),
    /** 経営者 */
    MANAGER(true),
    GENERAL(true),
    /** 市のブースを訪れた人; counted by clicker */
    BOOTH_VISITOR(false),
    /** 検定の受検者 */
    EXAMINEE(true),
    LECTURER(false),
    EXHIBITOR(false),
    STAFF(false),
    OTHER(false);

    private final boolean registers;

    AttendanceRole(boolean registers) {
        this.registers = registers;
    }

    /** Roles a person may choose when registering. */
    public static List<AttendanceRole> forRegistration() {
        return Arrays.stream(values()).filter(role -> role.registers).toList();
    }
}
