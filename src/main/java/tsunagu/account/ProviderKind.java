package tsunagu.account;

import java.util.EnumSet;
import java.util.Set;
import tsunagu.shared.Role;

/** Whose sign-ins a provider speaks for. It opens accounts of that kind and gives nobody a role. */
public enum ProviderKind {
    /** 企業の担当者 (like GビズID). */
    COMPANIES,
    /** 市の職員 (the city's own sign-in). */
    STAFF;

    /** Of the city's own people. What a companies' provider says opens none of them, whatever else the account is used for. */
    private static final Set<Role> CITY =
            EnumSet.of(Role.STAFF, Role.DOOR, Role.MANAGER, Role.ADMINISTRATOR, Role.AUDITOR);

    public boolean opens(Set<Role> roles) {
        boolean city = roles.stream().anyMatch(CITY::contains);
        return this == STAFF ? city : !city && roles.contains(Role.COMPANY);
    }
}
