namespace SupportBot.Outreach.Segments;

/// <summary>What the value of a rule is.</summary>
internal enum SegmentValue
{
    Text,
    YesNo,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A month, 1 to 12.</summary>
    Month,

    /// <summary>A channel and a purpose, such as <c>email.offers</c>.</summary>
    Consent,
}

/// <summary>A field that segments can ask for.</summary>
/// <param name="Name">As rules name it.</param>
/// <param name="Value">What it is compared with.</param>
/// <param name="Sql">Its value for the customer <c>k</c>; a condition for consents and tags, with <c>{value}</c> in place of the parameter.</param>
internal sealed record SegmentField(string Name, SegmentValue Value, string Sql)
{
    private const string Orders = "from shop_order o join customer_identity i on i.shop_id = o.customer_id where i.customer_id = k.id";
    private const string Conversations = "from customer_conversation v where v.customer_id = k.id";

    public bool IsCondition => Sql.Contains("{value}", StringComparison.Ordinal);

    /// <summary>What can be asked for, in the order a person is shown it. Days are counted back from now.</summary>
    public static IReadOnlyList<SegmentField> All { get; } =
    [
        new("language", SegmentValue.Text, "coalesce(k.locale, '')"),
        new("zone", SegmentValue.Text, "coalesce(k.zone, '')"),
        new("vip", SegmentValue.YesNo, "k.vip"),
        new("segment", SegmentValue.Text, "coalesce(k.segment, '')"),
        new("tag", SegmentValue.Text, "exists (select 1 from customer_tag t where t.customer_id = k.id and t.tag = {value})"),
        new("consent", SegmentValue.Consent, "coalesce((select c.given from consent c where c.customer_id = k.id and c.channel || '.' || c.purpose = {value} order by c.id desc limit 1), case when {value} like '%.reminders' then 1 else 0 end) = 1"),
        new("hasEmail", SegmentValue.YesNo, "case when exists (select 1 from customer_contact t where t.customer_id = k.id and t.kind = 0) then 1 else 0 end"),
        new("hasPhone", SegmentValue.YesNo, "case when exists (select 1 from customer_contact t where t.customer_id = k.id and t.kind = 1) then 1 else 0 end"),
        new("knownForDays", SegmentValue.Number, "({now} - k.created_at) / 86400000"),
        new("birthMonth", SegmentValue.Month, "coalesce(cast(substr(k.birthday, 6, 2) as integer), 0)"),
        new("orders", SegmentValue.Number, $"(select count(*) {Orders})"),
        new("daysSinceOrder", SegmentValue.Number, $"coalesce((select ({{now}} - max(o.placed_at)) / 86400000 {Orders}), 100000)"),
        new("conversations", SegmentValue.Number, $"(select count(*) {Conversations})"),
        new("daysSinceConversation", SegmentValue.Number, $"coalesce((select ({{now}} - max(v.at)) / 86400000 {Conversations}), 100000)"),
    ];

    public static SegmentField? Find(string? name) => All.FirstOrDefault(field => field.Name == name);
}
