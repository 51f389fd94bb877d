package dev.howdah.lab.control;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.lab.node.LabNode;

/** What a service is made of when there is nothing yet, or nothing any more. */
public interface Foundation {

    /** Makes an empty cluster in a node that does not exist. */
    void create(LabNode node, Secret password) throws ProblemException, InterruptedException;

    /** Fills a running primary with what is missing of the sample data. */
    void fill(LabNode primary) throws ProblemException, InterruptedException;
}
