package tsunagu.event;

/** Observed in the transaction that calls an event off. @param why as people read it */
public record EventCalledOff(long event, String why) {}
