namespace SupportBot.Dialogs;

/// <summary>Everything the bot says in its own words; each has a text in every language (<c>Words/*.json</c>).</summary>
public enum Phrase
{
    Greeting,
    Menu,
    SectionHint,
    DidYouMean,
    NoneOfThese,
    Refusal,
    RefusalAgain,
    NotAChoice,
    Queued,
    StillQueued,
    Returned,
    FilesReceived,
    SayMore,
    Apology,
    PersonTitle,
    MenuTitle,
}

/// <summary>What a shopper can say to steer, whatever the topic.</summary>
public enum SpokenCommand
{
    Person,
    Menu,
    Back,
    Repeat,
}
