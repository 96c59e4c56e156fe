package tsunagu.registration;

import tsunagu.shared.DomainException;
import tsunagu.shared.TelephoneNumber;

/**
 * 学級・団体: whoever registers brings a class of a school, or another group. It is said once, by whoever comes with them.
 *
 * @param school its name, or the group's; "" for who comes alone or with friends
 * @param name of the class, 2年3組; "" where there is none
 * @param telephone where somebody of them is reached on the day, as it is kept; "" without a school. Thirty days later it is gone
 */
public record ClassVisit(String school, String name, String telephone) {

    public static final ClassVisit NONE = new ClassVisit("", "", "");

    private static final int LONGEST_SCHOOL = 100;
    private static final int LONGEST_NAME = 50;

    /**
     * As somebody typed it. What is kept is not asked again: a number that was good is shown, whatever is good by now.
     *
     * @throws DomainException when a part is missing of who names a class, or one is too long or no telephone number
     */
    public static ClassVisit of(String typedSchool, String typedName, String typedTelephone) {
        String school = typedSchool.strip();
        String name = typedName.strip();
        String telephone = typedTelephone.isBlank()
                ? ""
                : TelephoneNumber.read(typedTelephone).orElseThrow(() -> new DomainException("event.error.telephone"));
        boolean said = !school.isEmpty() || !name.isEmpty() || !telephone.isEmpty();
        if (said && school.isEmpty() || school.codePointCount(0, school.length()) > LONGEST_SCHOOL) {
            throw new DomainException("event.error.school", LONGEST_SCHOOL);
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new DomainException("event.error.className", LONGEST_NAME);
        }
        return new ClassVisit(school, name, telephone);
    }

    /** @throws DomainException when nobody could be telephoned on the day */
    public ClassVisit reachable() {
        if (said() && telephone.isEmpty()) {
            throw new DomainException("event.error.telephoneMissing");
        }
        return this;
    }

    /** A class comes, or another group that says its name. */
    public boolean said() {
        return !school.isEmpty();
    }

    /** "〇〇中学校 2年3組"; "" without one. */
    public String words() {
        return (school + " " + name).strip();
    }
}
