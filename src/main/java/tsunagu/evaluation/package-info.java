/**
 * What is said about the plan's figures and what is made official: 自己評価 of each programme with a suggested grade, the committee's
 * comments, the approval that freezes a year's figures with their rows in a chain of hashes, and the papers 資料2, 資料3, 資料4.
 */
package tsunagu.evaluation;
