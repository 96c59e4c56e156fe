package tsunagu.company;

/** For which company an account acts. */
public record Membership(CompanyName company, MemberRole role) {

    public boolean owner() {
        return role == MemberRole.OWNER;
    }
}
