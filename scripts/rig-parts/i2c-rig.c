// SPDX-License-Identifier: GPL-2.0
/*
 * An I2C bus with one LSM6DSO on it that plays a motion, for Footlift's rig.
 *
 * Linux's own i2c-stub knows SMBus commands only; programs that read a register with one combined transfer (write the register's
 * number, repeated start, read) are refused by it. This bus takes real transfers. The chip powers up asleep, keeps what is written to
 * its control registers, and measures at the rate and in the range they say: the motion written to /dev/rig-motion, one line a sample
 * of six integers (rates about x y z in thousandths of a degree per second, accelerations along x y z in millionths of g), sample_hz
 * of them a second, over and over. A value out of range clips.
 *
 * /sys/module/i2c_rig/parameters: playing (0 holds the first sample; each write of 1 starts at the first sample),
 * silent (1: the chip does not acknowledge), busy_ms (every transfer takes that much longer, as on a bus that hangs),
 * transfers (how many there were).
 */
#include <linux/delay.h>
#include <linux/i2c.h>
#include <linux/ktime.h>
#include <linux/minmax.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#define MAX_SAMPLES (600 * 100)
#define AXES 6

#define WHO_AM_I 0x0f
#define CTRL1_XL 0x10
#define CTRL2_G 0x11
#define CTRL3_C 0x12
#define CTRL10_C 0x19
#define STATUS 0x1e
#define OUT_TEMP_L 0x20
#define OUTX_L_G 0x22
#define OUTZ_H_A 0x2d

static unsigned int sample_hz = 100;
module_param(sample_hz, uint, 0444);
static unsigned short address = 0x6a;
module_param(address, ushort, 0444);
static bool silent;
module_param(silent, bool, 0644);
static unsigned int busy_ms;
module_param(busy_ms, uint, 0644);
static unsigned long transfers;
module_param(transfers, ulong, 0444);

static DEFINE_MUTEX(lock);
static s32 (*motion)[AXES];
static size_t samples;
static bool playing;
static ktime_t started;

static u8 registers[256];
static u8 pointer;
static s64 newest_read = -1;

static int set_playing(const char *value, const struct kernel_param *param)
{
	int error = param_set_bool(value, param);

	started = ktime_get();
	return error;
}

static const struct kernel_param_ops playing_ops = { .set = set_playing, .get = param_get_bool };
module_param_cb(playing, &playing_ops, &playing, 0644);

static void power_up(void)
{
	memset(registers, 0, sizeof(registers));
	registers[WHO_AM_I] = 0x6c;
	registers[CTRL3_C] = 0x04;
	newest_read = -1;
}

/* By the upper half of CTRL1_XL and CTRL2_G; 0 is off. */
static const u32 rates_mhz[16] = { 0,	    12500,   26000,   52000,   104000,	208000,
				   416000, 833000, 1667000, 3333000, 6667000 };
/* By the range bits of the two: millionths of a unit of the motion that one count is worth. */
static const u32 gyroscope_count[4] = { 8750000, 17500000, 35000000, 70000000 };
static const u32 accelerometer_count[4] = { 61000000, 488000000, 122000000, 244000000 };

static u32 gyroscope_mhz(void)
{
	return rates_mhz[registers[CTRL2_G] >> 4];
}

static u32 accelerometer_mhz(void)
{
	return rates_mhz[registers[CTRL1_XL] >> 4];
}

static s64 sample_number(void)
{
	u32 mhz = max(gyroscope_mhz(), accelerometer_mhz());

	return div_s64(ktime_us_delta(ktime_get(), started) * mhz, 1000 * USEC_PER_SEC);
}

/* A sensor that is off delivers nothing, and its registers keep what they held, as on the chip. */
static void sense(void)
{
	u32 mhz = max(gyroscope_mhz(), accelerometer_mhz()), row = 0;
	int axis;

	if (!samples || !mhz)
		return;
	if (playing)
		div_u64_rem(div_u64(sample_number() * sample_hz * 1000, mhz), samples, &row);
	for (axis = 0; axis < AXES; axis++) {
		u32 count = axis < 3 ? gyroscope_count[registers[CTRL2_G] >> 2 & 3] :
				       accelerometer_count[registers[CTRL1_XL] >> 2 & 3];
		s64 counts = div_s64((s64)motion[row][axis] * 1000000, count);
		s16 value = clamp_t(s64, counts, S16_MIN, S16_MAX);

		if (!(axis < 3 ? gyroscope_mhz() : accelerometer_mhz()))
			continue;
		registers[OUTX_L_G + 2 * axis] = value & 0xff;
		registers[OUTX_L_G + 2 * axis + 1] = value >> 8 & 0xff;
	}
}

static u8 status(void)
{
	if (sample_number() == newest_read)
		return 0;
	return (gyroscope_mhz() ? 2 : 0) | (accelerometer_mhz() ? 1 : 0);
}

static void write_register(u8 at, u8 value)
{
	if (at < CTRL1_XL || at > CTRL10_C)
		return;
	if (at == CTRL3_C && (value & 1)) {
		power_up();
		return;
	}
	registers[at] = value;
}

static void read_message(struct i2c_msg *message)
{
	u16 i;

	sense();
	registers[STATUS] = status();
	for (i = 0; i < message->len; i++) {
		if (pointer == OUTZ_H_A)
			newest_read = sample_number();
		message->buf[i] = registers[pointer++];
	}
}

static void write_message(struct i2c_msg *message)
{
	u16 i;

	if (!message->len)
		return;
	pointer = message->buf[0];
	for (i = 1; i < message->len; i++)
		write_register(pointer++, message->buf[i]);
}

static int transfer(struct i2c_adapter *adapter, struct i2c_msg *messages, int count)
{
	int i;

	if (busy_ms)
		msleep(busy_ms);
	mutex_lock(&lock);
	transfers++;
	for (i = 0; i < count; i++) {
		if (silent || messages[i].addr != address) {
			mutex_unlock(&lock);
			return -ENXIO;
		}
		if (messages[i].flags & I2C_M_RD)
			read_message(&messages[i]);
		else
			write_message(&messages[i]);
	}
	mutex_unlock(&lock);
	return count;
}

static u32 functionality(struct i2c_adapter *adapter)
{
	return I2C_FUNC_I2C | I2C_FUNC_SMBUS_EMUL;
}

static const struct i2c_algorithm algorithm = { .xfer = transfer, .functionality = functionality };

static struct i2c_adapter adapter = {
	.owner = THIS_MODULE,
	.name = "Footlift rig",
	.nr = 1,
	.algo = &algorithm,
};

/* Whole lines only: what follows the last line's end is given back to the writer, who sends it again with the rest of its line. */
static ssize_t motion_write(struct file *file, const char __user *from, size_t length, loff_t *offset)
{
	char *text, *line, *end;
	ssize_t taken = 0;

	length = min_t(size_t, length, PAGE_SIZE);
	text = memdup_user_nul(from, length);
	if (IS_ERR(text))
		return PTR_ERR(text);
	mutex_lock(&lock);
	for (line = text; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		s32 *s = motion[samples];

		*end = 0;
		if (samples == MAX_SAMPLES - 1 ||
		    sscanf(line, "%d %d %d %d %d %d", &s[0], &s[1], &s[2], &s[3], &s[4], &s[5]) != AXES) {
			taken = -EINVAL;
			break;
		}
		samples++;
		taken = end + 1 - text;
	}
	mutex_unlock(&lock);
	kfree(text);
	return taken ? taken : -EINVAL;
}

static int motion_open(struct inode *inode, struct file *file)
{
	mutex_lock(&lock);
	samples = 0;
	mutex_unlock(&lock);
	return 0;
}

static const struct file_operations motion_operations = {
	.owner = THIS_MODULE,
	.open = motion_open,
	.write = motion_write,
};

static struct miscdevice motion_device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "rig-motion",
	.fops = &motion_operations,
};

static int __init rig_init(void)
{
	int error;

	motion = kvcalloc(MAX_SAMPLES, sizeof(*motion), GFP_KERNEL);
	if (!motion)
		return -ENOMEM;
	power_up();
	started = ktime_get();
	error = misc_register(&motion_device);
	if (error)
		goto free;
	/* Number 1, the bus on the header of a Raspberry Pi. */
	error = i2c_add_numbered_adapter(&adapter);
	if (error)
		goto deregister;
	return 0;
deregister:
	misc_deregister(&motion_device);
free:
	kvfree(motion);
	return error;
}

static void __exit rig_exit(void)
{
	i2c_del_adapter(&adapter);
	misc_deregister(&motion_device);
	kvfree(motion);
}

module_init(rig_init);
module_exit(rig_exit);
MODULE_DESCRIPTION("I2C bus with an LSM6DSO that plays a motion");
MODULE_LICENSE("GPL");
