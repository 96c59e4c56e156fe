/**
 * Booths at a fair: who visited which (訪問カード), and whether the company may know who it was. A visit without consent is
 * counted and says nothing about the person; consent can be taken back at any time.
 */
package tsunagu.booth;
