package tsunagu.company;

/** Two entries were one company; observed inside the transaction of the merge. Every room moves what it has of the first one. */
public record CompanyMerged(CompanyName merged, CompanyName into) {}
