package tsunagu.application;

/** How the person came to the company (就職の経路). */
public enum PlacementRoute {
    PORTAL,
    EVENT,
    JOB_CAFE,
    HELLO_WORK,
    SCHOOL,
    OTHER
}
