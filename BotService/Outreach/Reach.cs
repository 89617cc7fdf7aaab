namespace SupportBot.Outreach;

/// <summary>How somebody is reached. Consents name it in lower case.</summary>
internal enum Reach
{
    /// <summary>In a conversation they have had with us, whatever channel it came through.</summary>
    Chat = 0,
    Email = 1,
    Sms = 2,
}

internal static class Reaches
{
    public static string Name(this Reach reach) => reach switch
    {
        Reach.Chat => "chat",
        Reach.Email => "email",
        Reach.Sms => "sms",
    };

    /// <summary>Which consents a word said in a conversation of that channel is about.</summary>
    public static Reach OfConversation(string channel) => channel switch
    {
        "sms" => Reach.Sms,
        "email" => Reach.Email,
        _ => Reach.Chat,
    };
}
