package tsunagu.company;

/** A company left the register; observed inside the transaction. What it has open is closed. */
public record CompanyLeft(CompanyName company) {}
