<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Matchbook::ImportWords</name>
    <message numerus="yes">
        <source>%n conversions added</source>
        <translation>
            <numerusform>%n conversion added</numerusform>
            <numerusform>%n conversions added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a conversion</source>
        <translation>
            <numerusform>%n without a conversion</numerusform>
            <numerusform>%n without a conversion</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Matchbook::MappingDialog</name>
    <message numerus="yes">
        <source>The last %n requests, as they would be read: %1 with a problem, %2 as it is now.</source>
        <translation>
            <numerusform>The last request, as it would be read: %1 with a problem, %2 as it is now.</numerusform>
            <numerusform>The last %n requests, as they would be read: %1 with a problem, %2 as it is now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Matchbook::NavigationButton</name>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Matchbook::PresetQuestions</name>
    <message numerus="yes">
        <source>%n networks use it, be it through another preset.</source>
        <translation>
            <numerusform>One network uses it, be it through another preset.</numerusform>
            <numerusform>%n networks use it, be it through another preset.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Matchbook::RereadOffer</name>
    <message numerus="yes">
        <source>%n conversions added</source>
        <translation>
            <numerusform>%n conversion added</numerusform>
            <numerusform>%n conversions added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkAlarm</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 uses an old key that has run out: %n postbacks were refused in 3 days.</source>
        <translation>
            <numerusform>%1 uses an old key that has run out: %n postback was refused in 3 days.</numerusform>
            <numerusform>%1 uses an old key that has run out: %n postbacks were refused in 3 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n postbacks without a conversion today, %3 of them: %2</source>
        <translation>
            <numerusform>%1, %n postback without a conversion today, %3 of them: %2</numerusform>
            <numerusform>%1, %n postbacks without a conversion today, %3 of them: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n postbacks without a conversion today: %2</source>
        <translation>
            <numerusform>%1, %n postback without a conversion today: %2</numerusform>
            <numerusform>%1, %n postbacks without a conversion today: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unmatched</source>
        <translation>
            <numerusform>%n unmatched</numerusform>
            <numerusform>%n unmatched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
