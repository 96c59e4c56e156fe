package tsunagu.account.web;

import java.util.Map;

/** Which field of the account forms each rule of the service is about. */
final class AccountFields {

    static final Map<String, String> BY_RULE = Map.of(
            "account.error.emailTaken", "email",
            "account.error.nameMissing", "name",
            "account.error.nameLong", "name",
            "account.error.passwordMissing", "password",
            "account.error.passwordShort", "password",
            "account.error.passwordLong", "password",
            "account.error.passwordWeak", "password",
            "account.error.passwordRepeated", "password",
            "account.error.passwordJoined", "password");

    private AccountFields() {}
}
