using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SupportBot.Dialogs.Tests;

/// <summary>One shopper who says whatever comes to mind: wishes, answers, buttons, commands, nonsense and hostile text, in both languages, while the shop comes and goes.</summary>
internal sealed class RandomWalk(int seed, Bot bot, StoreSettings settings)
{
    private const int MostState = 8 * 1024;
    private const int Turns = 24;

    private static readonly string[] Wishes =
    [
        "where is my order", "cancel my order", "change the address", "I want to return something", "exchange", "where is my refund", "invoice please", "What did I pay for?",
        "tell me when the enamel kettle is back in stock", "I need a repair", "can you install a lamp", "I want to complain", "call me", "remind me tomorrow at 9 to pay", "my reminders",
        "delete my reminder", "change my reminder", "I'm looking for running shoes", "how about the red one?", "compare 1 and 2", "when are you open? how do I wash wool?",
        "查订单", "取消订单", "改地址", "我要退货", "换货", "退款进度", "开发票", "费用明细", "珐琅水壶到货告诉我", "报修", "上门安装", "我要投诉", "给我回电", "明天上午9点提醒我付款", "我的提醒", "删除提醒",
        "想买跑鞋", "那红色的呢", "对比1和2", "你们几点开门？羊毛怎么洗？",
    ];

    private static readonly string[] Answers =
    [
        "1", "2", "3", "12", "99", "二", "第一个", "1 and 2", "all", "全部", "A10-10001", "A10-10002", "A10-10003", "A10-20001", "A10-20004", "A10-30001", "A10-99999", "12345",
        "ann@example.com", "bob@example.com", "mei@example.com", "eve@example.com", "07700 900123", "13800138000", "0123", "12 Hill Street, Leeds, LS1 4AB", "上海市世纪大道100号，200120", "Leeds",
        "tomorrow at 10", "next Tuesday", "yesterday", "30 February", "today", "2月30日", "周四下午", "昨天", "as soon as possible", "尽快", "too small", "不想要了", "it broke", "坏了", "socks", "水壶",
        "the driver was rude and it caught fire", "起火了，我要找律师", "no, the other order", "不对，是另一个订单", "make it Thursday instead", "改成周五", "A10-10003 bob@example.com",
    ];

    private static readonly string[] Commands =
        ["yes", "no", "好的", "不", "cancel", "取消", "leave it", "算了", "back", "返回", "repeat", "重复", "menu", "菜单", "0", "skip", "跳过", "go on", "继续", "try again", "Change something", "修改", "*", "#", "thanks", "谢谢", "this is ridiculous"];

    private readonly Random random = new(seed);
    private readonly FakeShop shop = new();
    private readonly FakeAnswers articles = new();
    private readonly List<string> said = [];
    private DateTime now = new(2026, 3, 10, 14, 0, 0);
    private DialogState state = new();
    private Standing standing = Standing.Bot;
    private IReadOnlyList<string> buttons = [];

    public async Task RunAsync()
    {
        shop.Customer = Pick(null, "ann", "mei");
        shop.IsVip = random.Next(10) == 0;
        for (int turn = 0; turn < Turns; turn++)
        {
            shop.Down = random.Next(8) == 0;
            now += random.Next(15) == 0 ? TimeSpan.FromHours(random.Next(100)) : TimeSpan.FromSeconds(20);
            Utterance utterance = Next();
            said.Add(utterance.Text.Length > 60 ? utterance.Text[..60] : utterance.Text);
            Turn taken = await TakeAsync(utterance, state, standing);
            await CheckAsync(taken, utterance.Kind == UtteranceKind.Message);
        }
    }

    private async Task CheckAsync(Turn taken, bool answered)
    {
        byte[] stored = JsonSerializer.SerializeToUtf8Bytes(taken.State, DialogStateJson.Default.DialogState);
        Assert.True(stored.Length < MostState, Where($"the state has {stored.Length} bytes"));
        state = JsonSerializer.Deserialize(stored, DialogStateJson.Default.DialogState) ?? throw new InvalidDataException(Where("the state cannot be read again"));
        foreach (Effect effect in taken.Effects)
        {
            standing = effect.Kind switch { EffectKind.HandOff => Standing.Queue, EffectKind.ReturnToBot => Standing.Bot, _ => standing };
            EffectDetails.Remember(effect, shop, now);
        }

        Assert.True(standing == Standing.Queue || !answered || taken.Replies.Count > 0, Where("the bot has nothing to say"));
        Assert.All(taken.Replies, reply => Assert.False(string.IsNullOrWhiteSpace(reply.Text), Where("an empty reply")));
        buttons = [.. taken.Replies.SelectMany(reply => reply.Suggestions)];

        // From everywhere there is a way to a person, and one to the menu.
        if (standing == Standing.Bot)
        {
            Turn person = await TakeAsync(new Utterance(UtteranceKind.Message, "0"), state, standing);
            Assert.True(person.Effects is [{ Kind: EffectKind.HandOff, HandOff: not null }], Where("no way to a person"));
        }

        Turn menu = await TakeAsync(new Utterance(UtteranceKind.Message, "menu"), state, standing);
        Assert.True(menu.State.Shown == "menu" && menu.Replies.Count == 1, Where($"no way to the menu ({standing}, {string.Join(" | ", menu.Replies.Select(reply => reply.Text))})"));
    }

    private ValueTask<Turn> TakeAsync(Utterance utterance, DialogState from, Standing with) => bot.TakeAsync(
        new TurnInput
        {
            State = from,
            Utterance = utterance,
            Standing = with,
            Answers = articles,
            Catalogue = shop,
            Orders = shop,
            Reminders = shop,
            Tickets = shop,
            Now = now,
            Settings = settings,
            Conversation = seed.ToString(CultureInfo.InvariantCulture),
        },
        CancellationToken.None);

    private Utterance Next() => random.Next(20) switch
    {
        0 => new Utterance(UtteranceKind.Message, "", null, 1) { Files = [$"file-{random.Next(100)}"] },
        1 => new Utterance(UtteranceKind.Message, Nonsense(random.Next(40))),
        2 => new Utterance(UtteranceKind.Message, Nonsense(random.Next(4_000))),
        3 => new Utterance(UtteranceKind.Other, ""),
        < 6 => new Utterance(UtteranceKind.Message, Pick(Wishes)),
        < 9 => new Utterance(UtteranceKind.Message, Pick(Commands)),
        < 13 when buttons.Count > 0 => new Utterance(UtteranceKind.Message, Pick([.. buttons])),
        13 => new Utterance(UtteranceKind.Message, $"{Pick(Wishes)} {Pick(Answers)}"),
        _ => new Utterance(UtteranceKind.Message, Pick(Answers)),
    };

    private string Nonsense(int length)
    {
        StringBuilder text = new(length);
        while (text.Length < length)
        {
            text.Append(random.Next(6) switch
            {
                0 => (char)random.Next(0x20, 0x7F),
                1 => (char)random.Next(0x4E00, 0x9FFF),
                2 => (char)random.Next(0, 0xFFFF),
                3 => "\U0001F600",
                4 => "<script>{{store}}{order}",
                _ => "\n** [x](javascript:1) ' or 1=1 --",
            });
        }

        return text.ToString();
    }

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string Where(string what) => $"walk {seed}: {what} after\n{string.Join('\n', said.Select(text => $"> {text}"))}";
}
