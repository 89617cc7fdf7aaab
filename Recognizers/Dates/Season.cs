namespace SupportBot.Recognizers.Dates;

internal enum Season : byte
{
    None,
    Spring,
    Summer,
    Autumn,
    Winter,
}
