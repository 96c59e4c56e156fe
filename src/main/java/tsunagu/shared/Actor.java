package tsunagu.shared;

import java.util.Set;

/**
 * Who acts: a signed-in account, a visitor, or the system itself.
 *
 * @param accountId null for a visitor and for the system
 * @param personId the person behind the account, as figures count people; null like {@code accountId}
 * @param name shown to the person themselves and to the audit's readers
 */
public record Actor(Long accountId, Long personId, String name, Set<Role> roles) {

    public static final Actor VISITOR = new Actor(null, null, "", Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** @param task what the system is doing, in one word of ASCII; appears in the audit as "system:task" */
    public static Actor system(String task) {
        return new Actor(null, null, "system:" + task, Set.of());
    }

    public boolean signedIn() {
        return accountId != null;
    }

    public boolean isSystem() {
        return accountId == null && name.startsWith("system:");
    }

    public boolean hasAny(Set<Role> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }

    /** The audit's name for this actor: an account's number, never a person's name. */
    public String auditName() {
        if (isSystem()) {
            return name;
        }
        return signedIn() ? "account:" + accountId : "visitor";
    }
}
