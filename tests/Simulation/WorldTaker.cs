using System.Buffers.Binary;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;

namespace SupportBot.Simulation;

/// <summary>Dialogs that need no words: the first byte of what is said tells what the shopper wants. Their state counts the messages they took a turn on.</summary>
internal sealed class WorldTaker(SimulatedTime time, Chance chance) : ITurnTaker
{
    public const byte Question = (byte)'q';
    public const byte Person = (byte)'p';
    public const byte Work = (byte)'w';
    public const byte Leave = (byte)'l';

    public async ValueTask<Decision> TakeAsync(Conversation conversation, Message message, CancellationToken cancellation)
    {
        if (chance.OneIn(3))
        {
            await time.WaitAsync(chance.Between(1, 30));
        }

        return chance.OneIn(60) ? throw new TimeoutException("The shop does not answer.") : Decide(conversation, message);
    }

    public Decision Apologize(Conversation conversation, Message message) => new(Counted(conversation), conversation.Owner, Says(conversation, Question));

    public static long Turns(byte[]? state) => state is null ? 0 : BinaryPrimitives.ReadInt64LittleEndian(state);

    private static Decision Decide(Conversation conversation, Message message) => (message.Body[0], conversation.Owner) switch
    {
        (Person, Owner.Bot) => new Decision(Counted(conversation), Owner.Queue, Says(conversation, message.Body[0])) { HandOff = new HandOff("asked", null, null) },
        (Leave, Owner.Queue) => new Decision(Counted(conversation), Owner.Bot, Says(conversation, message.Body[0])),
        (Work, _) => new Decision(Counted(conversation), conversation.Owner, Says(conversation, message.Body[0])) { Work = conversation.Owner == Owner.Agent ? [] : [new OutboxItem("work", 0)] },
        _ => new Decision(Counted(conversation), conversation.Owner, Says(conversation, message.Body[0])),
    };

    // While an agent has the conversation the bot is silent.
    private static NewMessage[] Says(Conversation conversation, byte about) => conversation.Owner == Owner.Agent ? [] : [new NewMessage(Sender.Bot, [about])];

    private static byte[] Counted(Conversation conversation)
    {
        byte[] state = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(state, Turns(conversation.State) + 1);
        return state;
    }
}
