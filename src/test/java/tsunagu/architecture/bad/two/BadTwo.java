package tsunagu.architecture.bad.two;

import tsunagu.architecture.bad.one.BadOne;

/** The other half of the circle. */
public class BadTwo {

    BadOne one;
}
