package tsunagu.architecture.bad.one;

import tsunagu.architecture.bad.two.BadTwo;

/** Half of a circle of rooms. */
public class BadOne {

    BadTwo two;
}
