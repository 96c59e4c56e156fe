package tsunagu.testing;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * What is tested inside the container, as two classes: this one and {@link InContainerRestIT}. The tests run in two JVMs that take one class
 * after the other; Arquillian starts its server anew whenever a JVM is given the next class, and keeps it within one. As a single class it
 * was the longest of all, and one JVM had nothing to do while the other ended it.
 *
 * <p>A single class of {@code tsunagu.incontainer} can still be asked for by its name ({@code -Dit.test=RacesIT}).
 */
@Suite
@SelectPackages("tsunagu.incontainer")
@IncludeClassNamePatterns(".*\\.[A-F][^.]*IT")
@ConfigurationParameter(
        key = "junit.jupiter.testclass.order.default",
        value = "org.junit.jupiter.api.ClassOrderer$Random")
class InContainerIT {}
