<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Leadline::AwayPage</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more that are older</source>
        <translation>
            <numerusform>and %Ln more that is older</numerusform>
            <numerusform>and %Ln more that are older</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leadline::BatchChange</name>
    <message numerus="yes">
        <source>%n record(s) are as they were before.</source>
        <translation>
            <numerusform>%n record is as it was before.</numerusform>
            <numerusform>%n records are as they were before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more.</source>
        <translation>
            <numerusform>and %n more.</numerusform>
            <numerusform>and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) done.</source>
        <translation>
            <numerusform>%n task done.</numerusform>
            <numerusform>%n tasks done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) to be done again.</source>
        <translation>
            <numerusform>%n task to be done again.</numerusform>
            <numerusform>%n tasks to be done again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are due on %1.</source>
        <translation>
            <numerusform>%n task is due on %1.</numerusform>
            <numerusform>%n tasks are due on %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leadline::DeleteController</name>
    <message numerus="yes">
        <source>Delete %n lead(s)?</source>
        <translation>
            <numerusform>Delete %n lead?</numerusform>
            <numerusform>Delete %n leads?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n contact(s)?</source>
        <translation>
            <numerusform>Delete %n contact?</numerusform>
            <numerusform>Delete %n contacts?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n opportunity(s)?</source>
        <translation>
            <numerusform>Delete %n opportunity?</numerusform>
            <numerusform>Delete %n opportunities?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n task(s)?</source>
        <translation>
            <numerusform>Delete %n task?</numerusform>
            <numerusform>Delete %n tasks?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opportunity(s)</source>
        <translation>
            <numerusform>%n opportunity</numerusform>
            <numerusform>%n opportunities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) will be deleted in %1 s.</source>
        <translation>
            <numerusform>%n record will be deleted in %1 s.</numerusform>
            <numerusform>%n records will be deleted in %1 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leadline::DraftOffers</name>
    <message numerus="yes">
        <source>%n draft(s) are kept, the last from %1.</source>
        <translation>
            <numerusform>%n draft is kept, from %1.</numerusform>
            <numerusform>%n drafts are kept, the last from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leadline::DuplicatePanel</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open opportunity(s)</source>
        <translation>
            <numerusform>%n open opportunity</numerusform>
            <numerusform>%n open opportunities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leadline::LocalCopyControl</name>
    <message numerus="yes">
        <source>%n draft(s) or change(s) have not reached Close and would be lost.</source>
        <translation>
            <numerusform>%n draft or change has not reached Close and would be lost.</numerusform>
            <numerusform>%n drafts or changes have not reached Close and would be lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leadline::OutboxPresenter</name>
    <message numerus="yes">
        <source>%n change(s) wait</source>
        <translation>
            <numerusform>%n change waits</numerusform>
            <numerusform>%n changes wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not reached Close. They are kept in memory only, and end with the window.</source>
        <translation>
            <numerusform>%n change has not reached Close. It is kept in memory only, and ends with the window.</numerusform>
            <numerusform>%n changes have not reached Close. They are kept in memory only, and end with the window.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leadline::PipelineModel</name>
    <message numerus="yes">
        <source>%n day(s) in stage</source>
        <translation>
            <numerusform>%n day in stage</numerusform>
            <numerusform>%n days in stage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in other currencies left out</source>
        <translation>
            <numerusform>%n in another currency left out</numerusform>
            <numerusform>%n in other currencies left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leadline::RecordDialog</name>
    <message numerus="yes">
        <source>%n unfinished form(s) are kept, the last from %1.</source>
        <translation>
            <numerusform>%n unfinished form is kept, from %1.</numerusform>
            <numerusform>%n unfinished forms are kept, the last from %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leadline::StatusMenu</name>
    <message numerus="yes">
        <source>%n record(s) are now %1.</source>
        <translation>
            <numerusform>%n record is now %1.</numerusform>
            <numerusform>%n records are now %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leadline::StatusPresenter</name>
    <message numerus="yes">
        <source>%1, about %n s left</source>
        <translation>
            <numerusform>%1, about %n s left</numerusform>
            <numerusform>%1, about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, about %n min left</source>
        <translation>
            <numerusform>%1, about %n min left</numerusform>
            <numerusform>%1, about %n min left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordMenuText</name>
    <message numerus="yes">
        <source>Export %n row(s) as CSV…</source>
        <translation>
            <numerusform>Export %n row as CSV…</numerusform>
            <numerusform>Export %n rows as CSV…</numerusform>
        </translation>
    </message>
</context>
</TS>
