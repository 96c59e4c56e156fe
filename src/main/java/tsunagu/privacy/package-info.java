/**
 * 個人情報: the register of what is kept about persons (個人情報ファイル簿), how long, and what goes next; who read persons' records;
 * what people ask of the city under the law, and incidents. What is kept,
 * each room says itself ({@link tsunagu.shared.PersonalRegister}); this one collects it, does what is due, and knows no room.
 *
 * <p>Not inside: what a person is told of themselves, and deletion at their wish; those are the seeker's room's.
 */
package tsunagu.privacy;
