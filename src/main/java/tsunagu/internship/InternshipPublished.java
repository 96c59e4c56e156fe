package tsunagu.internship;

/** An internship is public, for the first time or changed; observed inside the transaction of the change. */
public record InternshipPublished(InternshipTarget internship) {}
