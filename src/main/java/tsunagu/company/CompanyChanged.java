package tsunagu.company;

/** A company has another name or industry; observed inside the transaction of the change. */
public record CompanyChanged(CompanyName company) {}
