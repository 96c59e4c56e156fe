/**
 * What the organiser of an event asks, and what people answered: when they register, at the door, or afterwards (アンケート).
 * This room knows events and registrations by their ids only; who may ask and who may answer is decided by the event room.
 */
package tsunagu.question;
